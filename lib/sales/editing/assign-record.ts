import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { gone } from "@/lib/platform/merged-record"
import type { MoveName } from "@/lib/platform/move-words"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import type { Owned } from "../worker"
import type { AssignRecord } from "./schema"

type Owner = { ownerId: string; ownerName: string }

/** What one kind of record says about being given an owner. */
export type AssignableKind<Row> = {
  move: MoveName
  record: RecordRef
  row: Row | null
  refusal: (row: Row, worker: Staff, to: string) => Refusal | null
  /** Writes the owner where the version still stands; how many rows that were. */
  write: (row: Row, owner: Owner) => Promise<{ count: number }>
}

/** Gives a record an owner who works in Sales. */
export async function assignRecord<Row extends Owned>(
  ctx: Ctx & { actor: Staff },
  { move, record, row, refusal, write }: AssignableKind<Row>,
  { ownerId, was }: AssignRecord,
) {
  if (!row) throw await gone(ctx.tx, record.kind, record.id)
  await insistOn(ctx, refusal(row, ctx.actor, ownerId), record.id)
  if (was !== undefined && row.ownerId !== was) throw await overtaken(ctx, record.id)
  const owner = await ctx.tx.person.findFirst({
    where: { id: ownerId, disabledAt: null },
    select: { id: true, name: true, staffRole: true },
  })
  if (!owner || !may(owner.staffRole, "lead:take"))
    throw new AppError("invalid", "Choose somebody who works in Sales.", { fields: { ownerId: "Choose an owner" } })
  const { count } = await write(row, { ownerId: owner.id, ownerName: owner.name })
  if (count === 0) throw await overtaken(ctx, record.id)
  const changes = [{ field: "owner", from: row.ownerName, to: owner.name }]
  auditMove(ctx, { move, record, from: row.ownerName ?? "Unassigned", to: owner.name, changes })
  return { ownerName: owner.name }
}
