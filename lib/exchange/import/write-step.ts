import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { announceArrived } from "@/lib/sales/leads/announce-arrived"
import { openLeads, rewriteLeads } from "@/lib/sales/leads/write-leads"
import { findMatches, rowsAtOnce } from "./find-matches"
import { type ImportJob, type ImportStep, stillIn } from "./import-job"
import { noteChanges } from "./note-changes"
import { Policy } from "./policy"

const atOnce = 500
/** Only one import writes at a time, so that the same file twice makes its leads once. */
const writersLock = 7_301_550

type Row = {
  rowNo: number
  outcome: "create" | "update" | "skip"
  matchKey: string | null
  leadId: string | null
  leadVersion: number | null
  data: Record<string, unknown> | null
  before: Record<string, unknown> | null
}
type Written = {
  rowNo: number
  result: "created" | "updated" | "skipped"
  reason: string | null
  leadId: string | null
  leadVersion: number | null
}

/** Writes the next five hundred rows. What changed since the preview is skipped and says so. */
export const writeStep: ImportStep = async (ctx, job) => {
  const { tx } = ctx
  await tx.$executeRaw`select pg_advisory_xact_lock(${writersLock})`
  if (!(await stillIn(tx, job))) return
  const policy = Policy.parse(job.policy)
  const most = rowsAtOnce(policy, atOnce)
  const rows = await tx.$queryRaw<Row[]>`
    select row_no as "rowNo", outcome::text as outcome, match_key as "matchKey", lead_id as "leadId", lead_version as "leadVersion", data, before
    from sales.lead_import_row where import_id = ${job.id}::uuid and row_no > ${job.through} order by row_no limit ${most}`
  const written = [...(await createRows(ctx, rows, policy)), ...(await updateRows(ctx, job, rows))]
  const last = rows.at(-1)?.rowNo ?? job.through
  await writeResults(tx, job, written, last)
  const count = (result: Written["result"]) => written.filter((one) => one.result === result).length
  const [created, updated] = [count("created"), count("updated")]
  const isLast = rows.length < most
  await tx.leadImport.updateMany({
    where: { id: job.id },
    data: {
      through: last,
      created: { increment: created },
      updated: { increment: updated },
      skipped: { increment: rows.length - created - updated },
      ...(isLast ? { state: "done", finishedAt: ctx.now, version: { increment: 1 } } : {}),
    },
  })
}

async function createRows(ctx: Ctx, rows: readonly Row[], policy: Policy): Promise<Written[]> {
  const asked = rows.filter(({ outcome }) => outcome === "create")
  const found = await findMatches(
    ctx.tx,
    asked.flatMap(({ matchKey }) => matchKey ?? []),
    policy,
  )
  const opened = asked.flatMap(({ rowNo, matchKey, data }) =>
    matchKey !== null && found.has(matchKey) ? [] : [{ rowNo, id: newId(), data: data ?? {} }],
  )
  await openLeads(ctx, opened)
  announceArrived(
    ctx,
    opened.map(({ id }) => id),
  )
  const ids = new Map(opened.map(({ rowNo, id }) => [rowNo, id]))
  return asked.map(({ rowNo, matchKey }) => {
    const leadId = ids.get(rowNo)
    if (leadId) return { rowNo, result: "created", reason: null, leadId, leadVersion: 1 }
    const there = matchKey === null ? null : (found.get(matchKey)?.[0]?.id ?? null)
    return { rowNo, result: "skipped", reason: "Such a lead came in after the preview", leadId: there, leadVersion: null }
  })
}

async function updateRows(ctx: Ctx, job: ImportJob, rows: readonly Row[]): Promise<Written[]> {
  const asked = rows.flatMap(({ outcome, leadId, leadVersion, data, before, rowNo }) =>
    outcome === "update" && leadId && leadVersion !== null
      ? [{ rowNo, id: leadId, version: leadVersion, data: data ?? {}, before: before ?? {} }]
      : [],
  )
  const versions = await rewriteLeads(
    ctx.tx,
    asked.map(({ id, version, data }) => ({ id, version, data })),
  )
  await noteChanges(
    ctx,
    job.id,
    asked.filter(({ id }) => versions.has(id)),
  )
  return asked.map(({ rowNo, id }) => {
    const version = versions.get(id)
    if (version !== undefined) return { rowNo, result: "updated", reason: null, leadId: id, leadVersion: version }
    return {
      rowNo,
      result: "skipped",
      reason: "Changed meanwhile: somebody was at this lead after the preview",
      leadId: id,
      leadVersion: null,
    }
  })
}

async function writeResults(tx: Tx, { id, through }: ImportJob, written: readonly Written[], last: number): Promise<void> {
  await tx.$executeRaw`
    update sales.lead_import_row r set result = d.result::sales.import_result, reason = coalesce(d.reason, r.reason), lead_id = d."leadId",
      lead_version = d."leadVersion"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as d ("rowNo" int, result text, reason text, "leadId" uuid, "leadVersion" int)
    where r.import_id = ${id}::uuid and r.row_no = d."rowNo"`
  await tx.$executeRaw`
    update sales.lead_import_row set result = 'skipped'
    where import_id = ${id}::uuid and outcome = 'skip' and row_no > ${through} and row_no <= ${last}`
}
