import type { Tx } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"
import { isRecordId } from "@/lib/platform/record-href"
import { listPeople } from "@/lib/sales/owners"
import { type Owner, type ReadRow, readRow } from "./check-row"
import { type Decision, decideRow } from "./decide-row"
import { findMatches, rowsAtOnce } from "./find-matches"
import { readMapping } from "./guess-mapping"
import type { ImportJob, ImportStep } from "./import-job"
import { Policy } from "./policy"

const atOnce = 1000

type Checked = Decision & { rowNo: number; matchKey: string | null }

/** Checks the next thousand rows: what each says, which lead it means, what becomes of it. */
export const checkStep: ImportStep = async ({ tx }, job) => {
  const mapping = readMapping(job.headers.length, job.mapping) ?? []
  const policy = Policy.parse(job.policy)
  const most = rowsAtOnce(policy, atOnce)
  const rows = await tx.leadImportRow.findMany({
    where: { importId: job.id, rowNo: { gt: job.through } },
    orderBy: { rowNo: "asc" },
    take: most,
    select: { rowNo: true, cells: true },
  })
  const { people, owner } = await peopleOf(policy)
  const read = rows.map(({ rowNo, cells }) => ({ rowNo, row: readRow(cells, mapping, policy, people) }))
  const keys = read.flatMap(({ row }) => row.key ?? [])
  const [matches, earlier, merged] = await Promise.all([
    findMatches(tx, keys, policy),
    earlierRows(tx, job, keys),
    mergedLeads(tx, keys, policy),
  ])
  const checked = read.map(({ rowNo, row }): Checked => {
    const seen = row.key === null ? undefined : earlier.get(row.key)
    const known = row.key === null ? [] : (matches.get(row.key) ?? [])
    const decision = decideRow({ row, matches: known, earlier: seen ?? null, merged: merged.get(row.key ?? ""), policy, owner })
    if (row.key !== null && seen === undefined && isGood(row)) earlier.set(row.key, rowNo)
    return { ...decision, rowNo, matchKey: isGood(row) ? row.key : null }
  })
  await writeChecked(tx, job, checked)
  await sayHowFar(tx, job, checked, rows.at(-1)?.rowNo ?? job.through, rows.length < most)
}

const isGood = (row: ReadRow) => Object.keys(row.errors).length === 0

async function peopleOf({ ownerId }: Policy) {
  const all = await listPeople()
  const people = new Map<string, Owner>()
  for (const { id, name, email } of all) for (const written of [name, email, id]) people.set(fold(written), { id, name })
  return { people, owner: all.find(({ id }) => id === ownerId) ?? null }
}

/** Where the leads went that are a part of another since, by their IDs. */
async function mergedLeads(tx: Tx, keys: readonly string[], { matchBy }: Policy): Promise<Map<string, string>> {
  const ids = matchBy === "id" ? keys.filter(isRecordId) : []
  if (ids.length === 0) return new Map()
  const rows = await tx.mergedRecord.findMany({ where: { id: { in: ids } }, select: { id: true, intoLabel: true } })
  return new Map(rows.map(({ id, intoLabel }) => [id, intoLabel]))
}

/** The first row of the file that has a key, of those that were checked before. */
async function earlierRows(tx: Tx, { id, through }: ImportJob, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0 || through === 0) return new Map()
  const rows = await tx.$queryRaw<{ key: string; rowNo: number }[]>`
    select match_key as key, min(row_no) as "rowNo" from sales.lead_import_row
    where import_id = ${id}::uuid and match_key = any(${keys}::text[]) and row_no <= ${through} group by match_key`
  return new Map(rows.map(({ key, rowNo }) => [key, rowNo]))
}

async function writeChecked(tx: Tx, { id }: ImportJob, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return
  await tx.$executeRaw`
    update sales.lead_import_row r set outcome = d.outcome::sales.import_outcome, reason = d.reason, errors = d.errors, match_key = d."matchKey",
      lead_id = d."leadId", lead_version = d."leadVersion", data = d.data, before = d.before, result = null
    from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb) as d ("rowNo" int, outcome text, reason text, errors jsonb, "matchKey" text,
      "leadId" uuid, "leadVersion" int, data jsonb, before jsonb)
    where r.import_id = ${id}::uuid and r.row_no = d."rowNo"`
}

async function sayHowFar(tx: Tx, { id }: ImportJob, checked: readonly Checked[], through: number, isLast: boolean): Promise<void> {
  const count = (outcome: Decision["outcome"]) => ({ increment: checked.filter((one) => one.outcome === outcome).length })
  await tx.leadImport.updateMany({
    where: { id, state: "checking" },
    data: {
      through,
      toCreate: count("create"),
      toUpdate: count("update"),
      toSkip: count("skip"),
      ...(isLast ? { state: "ready", version: { increment: 1 } } : {}),
    },
  })
}
