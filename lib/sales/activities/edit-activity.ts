import type { Staff } from "@/lib/identity/actor"
import { tellMentioned } from "@/lib/identity/tell-mentioned"
import type { Ctx } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { unlessUnmoved } from "@/lib/platform/zone"
import { insistOnOrder } from "./add-appointment"
import { change, getOwn } from "./change-activity"
import { remindAtOf } from "./rules"
import type { EditAppointment, EditCall, EditNote, EditTask } from "./schema"
import { getTaskOwner } from "./task-owner"
import { taskTimes } from "./task-times"

type StaffCtx = Ctx & { actor: Staff }

const unmoved = <Given extends Date | null>(before: Date | null, given: Given) => unlessUnmoved(viewerZone(), before, given)

/** Rewrites a note. Whoever is mentioned in it now and was not before is told. */
export async function editNote(ctx: StaffCtx, { text: typed, mentions: chosen = [], ...ref }: EditNote) {
  const note = await getOwn(ctx, ref, "note")
  const { id, record, mentions: before } = note
  const { text, mentions } = await tellMentioned(ctx, { id, typed, chosen, before, record })
  await change(ctx, note, ref, { move: "note.edit", text, mentions, editedAt: ctx.now })
  return { id }
}

/** Changes a task. A reminder that is moved is given again; whoever has the task now and had it not before is told. */
export async function editTask(ctx: StaffCtx, { activityId, version, subject, text, ownerId, ...times }: EditTask) {
  const ref = { activityId, version }
  const task = await getOwn(ctx, ref, "task")
  const owner = await getTaskOwner(ctx.tx, ownerId)
  const given = taskTimes(times)
  const dueAt = given.dueHasTime && task.dueHasTime ? unmoved(task.dueAt, given.dueAt) : given.dueAt
  const remindAt = unmoved(task.remindAt, given.remindAt)
  const isReminderMoved = task.remindAt?.getTime() !== remindAt?.getTime()
  const { dueHasTime } = given
  const changed = { subject, text, dueAt, dueHasTime, remindAt, ownerId: owner.id, ownerName: owner.name }
  await change(ctx, task, ref, { move: "task.edit", ...changed, ...(isReminderMoved && { remindedAt: null }), editedAt: ctx.now })
  if (owner.id !== task.ownerId)
    notify(ctx, { kind: "task_assigned", subjectId: `${activityId}:${version}`, personId: owner.id, record: task.record, text: subject })
  return { id: activityId }
}

export async function editCall(ctx: StaffCtx, { activityId, version, ...call }: EditCall) {
  const ref = { activityId, version }
  const before = await getOwn(ctx, ref, "phone_call")
  await change(ctx, before, ref, { move: "phone_call.edit", ...call, at: unmoved(before.at, call.at), editedAt: ctx.now })
  return { id: activityId }
}

/** Changes an appointment. Its reminder goes where it goes, and is given again. */
export async function editAppointment(ctx: StaffCtx, { activityId, version, remind, ...appointment }: EditAppointment) {
  const ref = { activityId, version }
  const before = await getOwn(ctx, ref, "appointment")
  const [at, endAt] = [unmoved(before.at, appointment.at), unmoved(before.endAt, appointment.endAt)]
  insistOnOrder({ at, endAt })
  const remindAt = remindAtOf({ at, remind }, ctx.now)
  const isReminderMoved = before.remindAt?.getTime() !== remindAt?.getTime()
  const changed = { ...appointment, at, endAt, remindAt, ...(isReminderMoved && { remindedAt: null }) }
  await change(ctx, before, ref, { move: "appointment.edit", ...changed, editedAt: ctx.now })
  return { id: activityId }
}
