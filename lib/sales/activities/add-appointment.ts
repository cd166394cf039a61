import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { aboutColumns, getAbout } from "./get-about"
import { remindAtOf } from "./rules"
import type { AddAppointment } from "./schema"

/** Refuses an appointment that ends before it begins. */
export function insistOnOrder({ at, endAt }: Pick<AddAppointment, "at" | "endAt">): void {
  if (endAt < at) throw new AppError("invalid", "It ends before it starts.", { fields: { endAt: "Choose an end after the start" } })
}

/** Writes down an appointment; until it is over it stands above the story, and whoever wrote it down is reminded if they wish. */
export async function addAppointment(
  { tx, actor, now, ledger }: Ctx & { actor: Staff },
  { about, id, remind, ...appointment }: AddAppointment,
) {
  insistOnOrder(appointment)
  await getAbout(tx, { about, id })
  const appointmentId = newId()
  const by = { createdAt: now, actorId: actor.id, actorName: actor.name }
  const remindAt = remindAtOf({ ...appointment, remind }, now)
  await tx.activity.create({ data: { id: appointmentId, ...by, ...appointment, remindAt, kind: "appointment", [aboutColumns[about]]: id } })
  ledger.touch(about, id)
  return { id: appointmentId }
}
