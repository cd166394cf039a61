import type { Tx } from "@/lib/platform/db"
import { type Editable, fieldText } from "@/lib/platform/editable"
import { type FoundLead, findLeads } from "@/lib/sales/leads/find-leads"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { type Rewrite, rewriteLeads, unmakeLeads } from "@/lib/sales/leads/write-leads"
import { normal } from "./check-row"
import { keysOf } from "./decide-row"
import { importFields } from "./import-fields"
import { type ImportJob, type ImportStep, stillIn } from "./import-job"
import { noteChanges } from "./note-changes"

const atOnce = 500

type Row = {
  rowNo: number
  result: "created" | "updated"
  leadId: string
  leadVersion: number
  data: Record<string, unknown>
  before: Record<string, unknown>
}
type Undone = { rowNo: number; result: "undone" | "kept"; reason: string | null }

/** Takes back the next five hundred rows: created leads go, changed ones get back what nobody changed since. */
export const undoStep: ImportStep = async (ctx, job) => {
  const { tx, now } = ctx
  if (!(await stillIn(tx, job))) return
  const rows = await tx.$queryRaw<Row[]>`
    select row_no as "rowNo", result::text as result, lead_id as "leadId", lead_version as "leadVersion", data, coalesce(before, '{}') as before
    from sales.lead_import_row
    where import_id = ${job.id}::uuid and row_no > ${job.through} and result in ('created', 'updated') order by row_no limit ${atOnce}`
  const created = await unmakeRows(
    tx,
    rows.filter(({ result }) => result === "created"),
  )
  const updated = rows.filter(({ result }) => result === "updated")
  const leads = new Map(
    (
      await findLeads(
        tx,
        "id",
        updated.map(({ leadId }) => leadId),
      )
    ).map((lead) => [lead.id, lead]),
  )
  const plans = updated.map((row) => restoration(row, leads.get(row.leadId)))
  const rewrites = plans.flatMap(({ rewrite }) => rewrite ?? [])
  const versions = await rewriteLeads(tx, rewrites)
  await noteChanges(
    ctx,
    job.id,
    plans.flatMap(({ row, rewrite }) => (rewrite && versions.has(row.leadId) ? [swapped(row, rewrite)] : [])),
  )
  const restored = plans.map(({ row, reason, rewrite }): Undone => {
    const isLost = rewrite !== null && !versions.has(row.leadId)
    if (isLost) return { rowNo: row.rowNo, result: "kept", reason: "Somebody changed this lead while it was taken back" }
    return { rowNo: row.rowNo, result: reason ? "kept" : "undone", reason }
  })
  await sayHowFar(tx, job, [...created, ...restored], rows.at(-1)?.rowNo ?? job.through, rows.length < atOnce, now)
}

async function unmakeRows(tx: Tx, rows: readonly Row[]): Promise<Undone[]> {
  const gone = await unmakeLeads(
    tx,
    rows.map(({ leadId, leadVersion }) => ({ id: leadId, version: leadVersion })),
  )
  return rows.map(({ rowNo, leadId }) =>
    gone.has(leadId) ? { rowNo, result: "undone", reason: null } : { rowNo, result: "kept", reason: "Somebody worked on this lead since" },
  )
}

type Plan = { row: Row; rewrite: Rewrite | null; reason: string | null }

/** What can be given back to a lead, field by field, and what not. Pure. */
export function restoration(row: Row, lead: FoundLead | undefined): Plan {
  if (!lead) return { row, rewrite: null, reason: "The lead is not there any more" }
  if (lead.state !== "open")
    return { row, rewrite: null, reason: `The lead is ${leadStatusReasons[lead.statusReason].word} by now, and read-only` }
  const now = new Map<string, unknown>(Object.entries(lead))
  const data: Record<string, unknown> = {}
  const changed: string[] = []
  for (const editable of Object.values<Editable>(importFields)) {
    const { column, label } = editable
    if (!(column in row.before)) continue
    if (normal(editable, now.get(column)) !== normal(editable, asStored(editable, row.data[column]))) changed.push(label)
    else {
      data[column] = row.before[column]
      if (column === "ownerId") data.ownerName = row.before.ownerName ?? null
    }
  }
  const reason = changed.length > 0 ? `Changed since, and left as it is: ${changed.join(", ")}` : null
  if (Object.keys(data).length === 0) return { row, rewrite: null, reason }
  const keys = keysOf({ ...lead, ...data }, lead.prospectNumber)
  return { row, rewrite: { id: row.leadId, version: lead.version, data: { ...data, ...keys } }, reason }
}

const asStored = (editable: Editable, value: unknown) => (editable.kind === "yes-no" ? value === true : fieldText(editable, value))

const swapped = ({ leadId, data, before }: Row, { data: restored }: Rewrite) => {
  const columns = Object.keys(before).filter((column) => column in restored)
  const only = (values: Record<string, unknown>) => Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
  return { id: leadId, data: only(before), before: only(data) }
}

async function sayHowFar(tx: Tx, { id }: ImportJob, undone: readonly Undone[], through: number, isLast: boolean, now: Date): Promise<void> {
  await tx.$executeRaw`
    update sales.lead_import_row r set result = d.result::sales.import_result, reason = d.reason
    from jsonb_to_recordset(${JSON.stringify(undone)}::jsonb) as d ("rowNo" int, result text, reason text)
    where r.import_id = ${id}::uuid and r.row_no = d."rowNo"`
  const kept = undone.filter(({ result }) => result === "kept").length
  await tx.leadImport.updateMany({
    where: { id },
    data: {
      through,
      undone: { increment: undone.length - kept },
      kept: { increment: kept },
      ...(isLast ? { state: "undone", undoneAt: now, version: { increment: 1 } } : {}),
    },
  })
}
