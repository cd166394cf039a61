import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"

import { type AssignableKind, assignRecord } from "../editing/assign-record"
import type { AssignRecord } from "../editing/schema"
import { refusalToAssignAccount } from "../party-rules"

/** Gives an account an owner. */
export async function assignAccount(ctx: Ctx & { actor: Staff }, input: AssignRecord) {
  const { id } = input
  const row = await ctx.tx.account.findUnique({ where: { id }, select: { version: true, name: true, ownerId: true, ownerName: true } })
  const kind: AssignableKind<NonNullable<typeof row>> = {
    move: "account.assign",
    record: { kind: "account", id, label: row?.name ?? "" },
    row,
    refusal: refusalToAssignAccount,
    write: ({ version }, owner) => ctx.tx.account.updateMany({ where: { id, version }, data: { ...owner, version: { increment: 1 } } }),
  }
  return assignRecord(ctx, kind, input)
}
