import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { notify } from "@/lib/platform/notify"
import { aboutColumns, getAbout } from "./get-about"
import type { AddTask } from "./schema"
import { getTaskOwner } from "./task-owner"
import { taskTimes } from "./task-times"

/** Gives somebody a task about a record; whoever gets it from a colleague is told. */
export async function addTask(ctx: Ctx & { actor: Staff }, { about, id, subject, text, ownerId, ...times }: AddTask) {
  const { tx, actor, now } = ctx
  const record = await getAbout(tx, { about, id })
  const owner = await getTaskOwner(tx, ownerId)
  const taskId = newId()
  const written = { id: taskId, at: now, createdAt: now, actorId: actor.id, actorName: actor.name, subject, text }
  const given = { ownerId: owner.id, ownerName: owner.name, ...taskTimes(times) }
  await tx.activity.create({ data: { ...written, ...given, kind: "task", [aboutColumns[about]]: id } })
  ctx.ledger.touch(about, id)
  notify(ctx, { kind: "task_assigned", subjectId: taskId, personId: owner.id, record, text: subject })
  return { id: taskId, ownerName: owner.name }
}
