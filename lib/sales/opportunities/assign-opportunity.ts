import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { type AssignableKind, assignRecord } from "../editing/assign-record"
import type { AssignRecord } from "../editing/schema"
import { refusalToAssign } from "./rules"

/** Gives an open opportunity an owner. */
export async function assignOpportunity(ctx: Ctx & { actor: Staff }, input: AssignRecord) {
  const { id } = input
  const row = await ctx.tx.opportunity.findUnique({
    where: { id },
    select: { version: true, topic: true, state: true, ownerId: true, ownerName: true },
  })
  const kind: AssignableKind<NonNullable<typeof row>> = {
    move: "opportunity.assign",
    record: { kind: "opportunity", id, label: row?.topic ?? "" },
    row,
    refusal: refusalToAssign,
    write: ({ version }, owner) => ctx.tx.opportunity.updateMany({ where: { id, version }, data: { ...owner, version: { increment: 1 } } }),
  }
  return assignRecord(ctx, kind, input)
}
