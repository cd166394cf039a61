import type { Ctx } from "@/lib/platform/context"
import { overtaken } from "@/lib/platform/overtaken"
import type { CustomerStatus } from "./rules"

export type CustomerToMove = { id: string; version: number; status: CustomerStatus }

/** Moves a customer to a status. The only writer of a customer's status. */
export async function moveCustomer(ctx: Ctx, { id, version }: CustomerToMove, status: CustomerStatus): Promise<void> {
  const moved = await ctx.tx.customer.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })
  if (moved.count === 0) throw await overtaken(ctx, id)
}
