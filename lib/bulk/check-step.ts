import type { Tx } from "@/lib/platform/db"
import type { BulkVerdict } from "@/prisma/generated/enums"
import { deedOf } from "./deeds"
import type { Checked, RunItem, RunJob, RunStep, StaffCtx } from "./run-job"

const atOnce = 1000

/** Looks at the next records: what can be done to each, what there is to choose, what stands against it. */
export async function checkItems({ tx, actor, now }: StaffCtx, job: RunJob, most: number): Promise<void> {
  const items = await tx.$queryRaw<RunItem[]>`
    select place, record_id as "recordId", record_version as "recordVersion", label, choice from platform.bulk_item
    where run_id = ${job.id}::uuid and place > ${job.through} order by place limit ${most}`
  const checked = await deedOf(job.list, job.kind).check(tx, actor, job, items)
  await writeChecked(tx, job, checked)
  const count = (verdict: BulkVerdict) => ({ increment: checked.filter((one) => one.verdict === verdict).length })
  const isLast = items.length < most || items.at(-1)?.place === job.total
  await tx.bulkRun.update({
    where: { id: job.id },
    data: {
      ...{ ready: count("ready"), choose: count("choose"), blocked: count("blocked"), movedAt: now },
      // Whom a policy wants to be asked for, is, unless somebody leaves it out.
      ...{ second: count("second"), chosen: count("second") },
      ...(isLast ? { state: "ready", through: 0, version: { increment: 1 } } : { through: items.at(-1)?.place ?? job.through }),
    },
  })
}

export const checkStep: RunStep = (ctx, job) => checkItems(ctx, job, deedOf(job.list, job.kind).looksAtOnce ?? atOnce)

async function writeChecked(tx: Tx, { id }: RunJob, checked: readonly Checked[]): Promise<void> {
  if (checked.length === 0) return
  await tx.$executeRaw`
    update platform.bulk_item i set verdict = d.verdict::platform.bulk_verdict, told = d.told, found = d.found, choice = d.choice
    from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb) as d (place int, verdict text, told text, found jsonb, choice jsonb)
    where i.run_id = ${id}::uuid and i.place = d.place`
}
