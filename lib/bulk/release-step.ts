import { env } from "@/lib/platform/env"
import { holdMails } from "./hold-mails"
import { isFinal } from "./kinds"
import type { RunStep } from "./run-job"
import { tellOwners } from "./tell-owners"

const atOnce = 2000

/** All is done: from now on the window counts, and the mails that were held so far leave at its end, unless the run is taken back. */
export const releaseStep: RunStep = async (ctx, job) => {
  const { tx, now } = ctx
  const until = job.undoableUntil ?? new Date(now.getTime() + env().SEND_WINDOW_SECONDS * 1000)
  const to = job.through + atOnce
  await holdMails(tx, job.id, { result: "done", beyond: job.through, to }, until)
  const isLast = to >= job.total
  if (isLast) await tellOwners(ctx, job, until)
  await tx.bulkRun.update({
    where: { id: job.id },
    data: {
      ...{ undoableUntil: isFinal(job.kind) ? null : until, movedAt: now },
      ...(isLast ? { state: "done", through: 0, finishedAt: now, version: { increment: 1 } } : { through: to }),
    },
  })
}
