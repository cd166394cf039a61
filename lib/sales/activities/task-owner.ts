import { may } from "@/lib/identity/permissions"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"

/** Whoever a task is given to: somebody at work who may write on records. */
export async function getTaskOwner(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const person = await tx.person.findFirst({ where: { id, disabledAt: null }, select: { id: true, name: true, staffRole: true } })
  if (!person || !may(person.staffRole, "note:add"))
    throw new AppError("invalid", "Choose somebody who works in Sales.", { fields: { ownerId: "Choose who is to do it" } })
  return { id: person.id, name: person.name }
}
