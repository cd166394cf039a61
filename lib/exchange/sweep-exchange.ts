import { db } from "@/lib/platform/db"
import { dayMs } from "@/lib/platform/zone"
import { undoDays } from "./import/rules"

const atOnce = 20_000

/** Removes exports of last month, uploads that never ended, and what an import kept for its undo once that is over. Returns how many of each. */
export async function sweepExchange(now: Date): Promise<{ exports: number; uploads: number; importRows: number }> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const exports = await db.exportRun.deleteMany({ where: { startedAt: { lt: before(30) } } })
  await db.exportSelection.deleteMany({ where: { createdAt: { lt: before(1) } } })
  const uploads = await db.leadImport.deleteMany({ where: { state: "uploading", createdAt: { lt: before(1) } } })
  // Which lead came from which file stays: it is the lead's history. What the file said and what stood there before goes.
  const importRows = await db.$executeRaw`
    update sales.lead_import_row r set cells = '{}', data = null, before = null, errors = null
    where (r.import_id, r.row_no) in (
      select o.import_id, o.row_no from sales.lead_import i join sales.lead_import_row o on o.import_id = i.id
      where i.created_at < ${before(undoDays + 2)} and i.finished_at < ${before(undoDays + 1)} and cardinality(o.cells) > 0 limit ${atOnce})`
  return { exports: exports.count, uploads: uploads.count, importRows }
}
