import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { fullName } from "@/lib/platform/party"
import { type AssignableKind, assignRecord } from "../editing/assign-record"
import type { AssignRecord } from "../editing/schema"
import { refusalToAssignContact } from "../party-rules"

/** Gives a contact an owner. */
export async function assignContact(ctx: Ctx & { actor: Staff }, input: AssignRecord) {
  const { id } = input
  const row = await ctx.tx.contact.findUnique({
    where: { id },
    select: { version: true, firstName: true, lastName: true, ownerId: true, ownerName: true },
  })
  const kind: AssignableKind<NonNullable<typeof row>> = {
    move: "contact.assign",
    record: { kind: "contact", id, label: row ? fullName(row) : "" },
    row,
    refusal: refusalToAssignContact,
    write: ({ version }, owner) => ctx.tx.contact.updateMany({ where: { id, version }, data: { ...owner, version: { increment: 1 } } }),
  }
  return assignRecord(ctx, kind, input)
}
