import { inTransaction, theSystem } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { itemsToDo, writePerformed } from "./do-step"
import type { RunJob } from "./run-job"
import { itemsToUndo, writeUndone } from "./undo-step"

const patience = 3
const tries = new Map<string, number>()

/** What the report says where the product has no words of its own. */
const unsaid = "It broke off again and again, and nothing of it was changed."

/**
 * After a batch that broke off, nothing of which stands: smaller batches until the record that it breaks off at is alone, and then that
 * one is told as failed and the others go on. What has no words of its own is tried a few times first: a database that restarts is nobody's fault.
 */
export async function breakOff(job: RunJob, error: unknown, now: Date): Promise<void> {
  const isTold = error instanceof AppError
  const key = `${job.id} ${job.state} ${job.through} ${job.atOnce}`
  const tried = (tries.get(key) ?? 0) + 1
  if (!isTold && tried < patience) {
    tries.set(key, tried)
    throw error
  }
  tries.delete(key)
  if (!isTold) log.error({ run: job.id, error: error instanceof Error ? error.message : "unknown" }, "run broke off")
  const why = isTold ? error.message : unsaid
  await inTransaction(
    theSystem,
    async ({ tx }) => {
      if (!(await standsStill(tx, job))) return
      await (hasBatches(job) ? narrowDown(tx, job, why, now) : fail(tx, job, why, now))
    },
    now,
  )
}

/** Locks a run, unless somebody brought it further since it broke off: then what broke off is done, and nothing of it has failed. */
async function standsStill(tx: Tx, { id, state, movedAt }: RunJob): Promise<boolean> {
  const [run] = await tx.$queryRaw<object[]>`
    select 1 from platform.bulk_run where id = ${id}::uuid and state = ${state}::platform.bulk_run_state and moved_at = ${movedAt} for update`
  return run !== undefined
}

const hasBatches = ({ state }: RunJob) => state === "running" || state === "undoing"

async function narrowDown(tx: Tx, job: RunJob, why: string, now: Date): Promise<void> {
  const { id, state, atOnce } = job
  if (atOnce > 1) {
    await tx.bulkRun.updateMany({ where: { id, state }, data: { atOnce: Math.max(1, Math.floor(atOnce / 4)) } })
    return
  }
  if (state === "running") {
    const [item] = await itemsToDo(tx, job)
    if (item) await writePerformed(tx, job, [{ place: item.place, result: "failed", why }])
    await tx.bulkRun.updateMany({ where: { id, state }, data: { failed: { increment: item ? 1 : 0 }, movedAt: now } })
  } else {
    const [item] = await itemsToUndo(tx, job)
    if (item) await writeUndone(tx, job, [{ place: item.place, result: "kept", why }])
    await tx.bulkRun.updateMany({ where: { id, state }, data: { kept: { increment: item ? 1 : 0 }, movedAt: now } })
  }
}

/** A dry run that cannot be made ends. The hour at which held mails leave has to be said, however often it takes; others have their turn meanwhile. */
async function fail(tx: Tx, { id, state }: RunJob, error: string, now: Date): Promise<void> {
  const data = state === "releasing" ? { movedAt: now } : { state: "failed" as const, error, finishedAt: now, version: { increment: 1 } }
  await tx.bulkRun.updateMany({ where: { id, state }, data })
}
