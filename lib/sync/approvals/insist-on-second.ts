import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { type Guard, guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"
import { guardsOfProspects } from "../prospect-policies/guards"
import type { ProspectMove } from "../prospect-policies/kind"
import type { Guarded } from "./guarded"

type Asking = Pick<Ctx, "tx" | "now" | "approval">

/** The policies that ask for a second person for one of some moves, by lead; none where a second person is confirming right now. */
export async function guardsFor(ctx: Asking, moves: readonly GuardedMove[], leadIds: readonly string[]): Promise<Map<string, Guard>> {
  if (ctx.approval || leadIds.length === 0 || moves.length === 0) return new Map()
  return guardsOf(ctx.tx, moves, leadIds, ctx.now)
}

/** The same by prospect. */
export async function guardsForProspects(ctx: Asking, move: ProspectMove, ids: readonly string[]): Promise<Map<string, Guard>> {
  return ctx.approval ? new Map() : guardsOfProspects(ctx.tx, move, ids, ctx.now)
}

/** The policy that wants two people for a decision, and the lead or the prospect because of which it does; null where none does. */
export async function findGuard(ctx: Asking, { moves, leadIds, prospects }: Guarded) {
  const [byLead] = await guardsFor(ctx, moves, leadIds)
  if (byLead) return { leadId: byLead[0], prospectId: null, guard: byLead[1], move: moves[0] ?? ("qualify" as const) }
  const [byProspect] = await guardsForProspects(ctx, prospects.move, prospects.ids)
  return byProspect ? { leadId: null, prospectId: byProspect[0], guard: byProspect[1], move: prospects.move } : null
}

/** Refuses a decision that a policy wants two people for, by whatever door it came. */
export async function insistOnSecond(ctx: Asking, guarded: Guarded): Promise<void> {
  const found = await findGuard(ctx, guarded)
  if (found) insist(refusalOfOne(found.guard, found.move))
}
