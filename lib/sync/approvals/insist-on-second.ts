import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { type Guard, guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"

/** The policies that ask for a second person for one of some moves, by lead; none where a second person is confirming right now. */
export async function guardsFor(ctx: Ctx, moves: readonly GuardedMove[], leadIds: readonly string[]): Promise<Map<string, Guard>> {
  if (ctx.approval || leadIds.length === 0 || moves.length === 0) return new Map()
  return guardsOf(ctx.tx, moves, leadIds, ctx.now)
}

/** Refuses a move that a policy wants two people for, by whatever door it came. */
export async function insistOnSecond(ctx: Ctx, moves: readonly GuardedMove[], leadIds: readonly string[]): Promise<void> {
  const [guard] = (await guardsFor(ctx, moves, leadIds)).values()
  if (guard) insist(refusalOfOne(guard, moves[0] ?? "qualify"))
}
