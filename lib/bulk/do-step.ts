import type { Tx } from "@/lib/platform/db"
import { deedOf } from "./deeds"
import { paced } from "./pace"
import type { Performed, RunItem, RunJob, RunStep } from "./run-job"

/** Does the next batch. What changed since it was looked at is skipped and says so; the next batch is as large as this one was quick. */
export const doStep: RunStep = async (ctx, job) => {
  const items = await itemsToDo(ctx.tx, job)
  const deed = deedOf(job.list, job.kind)
  const since = performance.now()
  const performed = items.length > 0 ? await deed.perform(ctx, job, items) : []
  await writePerformed(ctx.tx, job, performed)
  const count = (result: Performed["result"]) => ({ increment: performed.filter((one) => one.result === result).length })
  const isLast = items.length < job.atOnce
  await ctx.tx.bulkRun.update({
    where: { id: job.id },
    data: {
      ...{ done: count("done"), skipped: count("skipped"), failed: count("failed"), movedAt: ctx.now },
      ...{ through: isLast ? 0 : (items.at(-1)?.place ?? job.through), atOnce: paced(job.atOnce, performance.now() - since, deed.atOnce) },
      ...(isLast ? { state: "releasing", version: { increment: 1 } } : {}),
    },
  })
}

/** The next records whose turn it is: ready ones, and those for which something was chosen. */
export const itemsToDo = (tx: Tx, { id, through, atOnce }: Pick<RunJob, "id" | "through" | "atOnce">) =>
  tx.$queryRaw<RunItem[]>`
    select place, record_id as "recordId", record_version as "recordVersion", label, choice from platform.bulk_item
    where run_id = ${id}::uuid and place > ${through} and result is null order by place limit ${atOnce}`

export async function writePerformed(tx: Tx, { id }: Pick<RunJob, "id">, performed: readonly Performed[]): Promise<void> {
  if (performed.length === 0) return
  await tx.$executeRaw`
    update platform.bulk_item i set result = d.result::platform.bulk_result, why = d.why, decision_id = d."decisionId", mail_id = d."mailId",
      version_after = d."versionAfter", before = d.before, owner_id = d."ownerId"
    from jsonb_to_recordset(${JSON.stringify(performed)}::jsonb)
      as d (place int, result text, why text, "decisionId" uuid, "mailId" uuid, "versionAfter" int, before jsonb, "ownerId" uuid)
    where i.run_id = ${id}::uuid and i.place = d.place`
}
