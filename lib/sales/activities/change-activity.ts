import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import type { MoveName } from "@/lib/platform/move-words"
import { type ActivityToJudge, getActivityToJudge } from "./get-activity-to-judge"
import { type ActivityKind, refusalToChange } from "./rules"
import type { ActivityRef } from "./schema"

type StaffCtx = Ctx & { actor: Staff }
type Ref = { activityId: string; version: number }

const overtaken = new AppError("conflict", "Somebody changed this entry meanwhile. Look at it again; what you typed is still here.")

/** The activity of a kind, judged: somebody else's, or another kind, is refused. */
export async function getOwn({ tx, actor }: StaffCtx, { activityId }: Ref, kind: ActivityKind): Promise<ActivityToJudge> {
  const activity = await getActivityToJudge(tx, activityId)
  if (activity.kind !== kind) throw notFound(kind)
  insist(refusalToChange(activity, actor))
  return activity
}

/** Writes the change, guarded by the version that was shown, and its one audit row. */
export async function change(
  ctx: StaffCtx,
  { id, record, subject }: ActivityToJudge,
  { version }: Ref,
  { move, ...data }: Prisma.ActivityUpdateManyMutationInput & { move: MoveName },
): Promise<void> {
  const changed = await ctx.tx.activity.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  if (changed.count === 0) throw overtaken
  auditMove(ctx, { move, record, to: subject })
}

const deletions = {
  note: "note.delete",
  task: "task.delete",
  phone_call: "phone_call.delete",
  appointment: "appointment.delete",
} as const

/** Deletes what one wrote, with its files. That it was there, and who deleted it, stays in the audit; what it said does not. */
export async function deleteActivity(ctx: StaffCtx, { activityId, version }: ActivityRef) {
  const activity = await getActivityToJudge(ctx.tx, activityId)
  const { kind, record, subject } = activity
  insist(refusalToChange(activity, ctx.actor))
  if (kind === "email") throw notFound("entry")
  const { count } = await ctx.tx.activity.deleteMany({ where: { id: activityId, version } })
  if (count === 0) throw overtaken
  auditMove(ctx, { move: deletions[kind], record, to: subject })
  return { id: activityId }
}
