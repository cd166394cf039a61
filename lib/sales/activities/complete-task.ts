import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { change } from "./change-activity"
import { getActivityToJudge } from "./get-activity-to-judge"
import { refusalToComplete, refusalToReopen } from "./rules"
import type { ActivityRef } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

/** Marks a task as done; from now on it stands in the story at the hour at which it was done. */
export async function completeTask(ctx: StaffCtx, ref: ActivityRef) {
  const task = await getActivityToJudge(ctx.tx, ref.activityId)
  insist(refusalToComplete(task, ctx.actor))
  const { now, actor } = ctx
  await change(ctx, task, ref, { move: "task.complete", at: now, doneAt: now, doneById: actor.id, doneByName: actor.name })
  return { id: task.id, version: ref.version + 1 }
}

/** Opens a task again that was done. */
export async function reopenTask(ctx: StaffCtx, ref: ActivityRef) {
  const task = await getActivityToJudge(ctx.tx, ref.activityId)
  insist(refusalToReopen(task, ctx.actor))
  await change(ctx, task, ref, { move: "task.reopen", at: task.createdAt, doneAt: null, doneById: null, doneByName: null })
  return { id: task.id, version: ref.version + 1 }
}
