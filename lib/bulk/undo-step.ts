import type { Tx } from "@/lib/platform/db"
import { deedOf } from "./deeds"
import { holdMails } from "./hold-mails"
import { paced } from "./pace"
import type { DoneItem, RunJob, RunStep, Undone } from "./run-job"

/** Takes back the next batch, the last first. What somebody changed since is kept as it is and says why; its mail leaves after all. */
export const undoStep: RunStep = async (ctx, job) => {
  const items = await itemsToUndo(ctx.tx, job)
  const deed = deedOf(job.list, job.kind)
  const since = performance.now()
  const undone = items.length > 0 ? await deed.undo(ctx, job, items) : []
  await writeUndone(ctx.tx, job, undone)
  const kept = undone.filter(({ result }) => result === "kept").length
  const isLast = items.length < job.atOnce
  if (isLast) await holdMails(ctx.tx, job.id, { result: "kept" }, job.undoableUntil ?? ctx.now)
  await ctx.tx.bulkRun.update({
    where: { id: job.id },
    data: {
      ...{ undone: { increment: undone.length - kept }, kept: { increment: kept }, movedAt: ctx.now },
      atOnce: paced(job.atOnce, performance.now() - since, deed.atOnce),
      ...(isLast ? { state: "undone", undoneAt: ctx.now, version: { increment: 1 } } : {}),
    },
  })
}

export const itemsToUndo = (tx: Tx, { id, atOnce }: Pick<RunJob, "id" | "atOnce">) =>
  tx.$queryRaw<DoneItem[]>`
    select place, record_id as "recordId", record_version as "recordVersion", label, choice, decision_id as "decisionId", mail_id as "mailId",
      version_after as "versionAfter", before
    from platform.bulk_item where run_id = ${id}::uuid and result = 'done' order by place desc limit ${atOnce}`

export async function writeUndone(tx: Tx, { id }: Pick<RunJob, "id">, undone: readonly Undone[]): Promise<void> {
  if (undone.length === 0) return
  await tx.$executeRaw`
    update platform.bulk_item i set result = d.result::platform.bulk_result, why = d.why
    from jsonb_to_recordset(${JSON.stringify(undone)}::jsonb) as d (place int, result text, why text)
    where i.run_id = ${id}::uuid and i.place = d.place`
}
