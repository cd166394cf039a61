import type { ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToApprove, refusalToReject } from "@/lib/commerce/prospects/rules"
import type { ActingRole } from "@/lib/identity/permissions"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import type { Refusal } from "@/lib/platform/errors"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import type { OpportunityState } from "@/lib/sales/opportunities/rules"
import { type Guard, guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"
import { guardedRejection } from "../approvals/guarded"
import { guardsOfProspects } from "../prospect-policies/guards"

/** A prospect with what Sales has of it. */
export type ToDecide = { prospect: ProspectToJudge; lead: LeadToJudge | null; deal: Deal | null }
type Deal = { id: string; topic: string; state: OpportunityState }
export type Verdict = "approve" | "reject"

export async function readToDecide(tx: Tx, prospectIds: readonly string[]): Promise<ToDecide[]> {
  const prospects = await tx.prospect.findMany({ where: { id: { in: [...prospectIds] } } })
  const leads = await tx.lead.findMany({ where: { id: { in: prospects.flatMap(({ leadId }) => leadId ?? []) } } })
  const dealIds = leads.flatMap(({ opportunityId }) => opportunityId ?? [])
  const deals =
    dealIds.length > 0
      ? await tx.opportunity.findMany({ where: { id: { in: dealIds } }, select: { id: true, topic: true, state: true } })
      : []
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]))
  const dealOf = new Map(deals.map((deal) => [deal.id, deal]))
  return prospects.map((prospect) => {
    const lead = leadOf.get(prospect.leadId ?? "") ?? null
    return { prospect, lead, deal: dealOf.get(lead?.opportunityId ?? "") ?? null }
  })
}

/** The same, locked until commit in the order in which every decision takes them: leads, opportunities, prospects, each by their ids. */
export async function claimToDecide({ tx }: Pick<Ctx, "tx">, prospectIds: readonly string[]): Promise<ToDecide[]> {
  const ids = [...prospectIds]
  const known = await tx.prospect.findMany({ where: { id: { in: ids } }, select: { leadId: true } })
  const leadIds = known.flatMap(({ leadId }) => leadId ?? [])
  await tx.$executeRaw`select 1 from sales.lead where id = any(${leadIds}::uuid[]) order by id for update`
  const leads = await tx.lead.findMany({ where: { id: { in: leadIds } }, select: { opportunityId: true } })
  const dealIds = leads.flatMap(({ opportunityId }) => opportunityId ?? [])
  await tx.$executeRaw`select 1 from sales.opportunity where id = any(${dealIds}::uuid[]) order by id for update`
  await tx.$executeRaw`select 1 from commerce.prospect where id = any(${ids}::uuid[]) order by id for update`
  return readToDecide(tx, ids)
}

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** Why Sales stands in the way: somebody decided otherwise there. */
export function refusalBySales(verdict: Verdict, { lead, deal }: { lead: { state: string } | null; deal: { state: string } | null }) {
  if (verdict === "reject") return deal?.state === "won" ? conflict("The opportunity in Sales is Won. Reopen it first.") : null
  if (lead?.state === "disqualified") return conflict("The lead in Sales is Disqualified. Reactivate it first.")
  return deal?.state === "lost" ? conflict("The opportunity in Sales is Lost. Reopen it first.") : null
}

/** Why a prospect cannot be decided so by somebody of a role, as it stands on both sides. */
export const refusalToDecide = (verdict: Verdict, one: ToDecide, role: ActingRole): Refusal | null =>
  (verdict === "approve" ? refusalToApprove(one.prospect, role) : refusalToReject(one.prospect, role)) ?? refusalBySales(verdict, one)

type Moves = Parameters<typeof guardsOf>[1]
const guarded = async (tx: Tx, moves: Moves, leadIds: readonly string[], now: Date): Promise<Map<string, Guard>> =>
  leadIds.length === 0 ? new Map() : guardsOf(tx, moves, leadIds, now)

/** Why some prospects cannot be decided by one person alone, by their ids: a policy wants two for it, or for what it amounts to in Sales. */
export async function refusalsOfOne(tx: Tx, verdict: Verdict, some: readonly ToDecide[], now: Date): Promise<Map<string, Refusal>> {
  const ids = some.map(({ prospect }) => prospect.id)
  const own = [...(await guardsOfProspects(tx, verdict, ids, now))].map(([id, guard]) => [id, refusalOfOne(guard, verdict)] as const)
  return new Map([...own, ...(await (verdict === "reject" ? refusalsToLose(tx, some, now) : refusalsToWin(tx, some, now)))])
}

async function refusalsToLose(tx: Tx, some: readonly ToDecide[], now: Date): Promise<Map<string, Refusal>> {
  const losing: string[] = []
  const leaving = some.flatMap(({ lead }) => (lead?.state === "open" ? lead.id : []))
  for (const { prospect, lead } of some.filter(({ deal }) => deal?.state === "open"))
    if (lead) ((await guardedRejection(tx, prospect)).moves[0] === "lose" ? losing : leaving).push(lead.id)
  const byLeaving = await guarded(tx, ["disqualify"], leaving, now)
  const byLosing = await guarded(tx, ["lose"], losing, now)
  return new Map(
    some.flatMap(({ prospect, lead }) => {
      const [left, lost] = [byLeaving.get(lead?.id ?? ""), byLosing.get(lead?.id ?? "")]
      if (left) return [[prospect.id, refusalOfOne(left, "disqualify")] as const]
      return lost ? [[prospect.id, refusalOfOne(lost, "lose")] as const] : []
    }),
  )
}

async function refusalsToWin(tx: Tx, some: readonly ToDecide[], now: Date): Promise<Map<string, Refusal>> {
  const open = some.flatMap(({ lead }) => (lead?.state === "open" ? lead.id : []))
  const dealt = some.filter(({ lead }) => lead && lead.state !== "open")
  const joined = await tx.lead.findMany({
    where: { opportunityId: { in: dealt.flatMap(({ deal }) => deal?.id ?? []) } },
    select: { id: true, opportunityId: true },
  })
  const winning = [...new Set([...dealt.flatMap(({ lead }) => lead?.id ?? []), ...joined.map(({ id }) => id)])]
  const byQualifying = await guarded(tx, ["approve", "qualify", "win"], open, now)
  const byWinning = await guarded(tx, ["approve", "win"], winning, now)
  return new Map(
    some.flatMap(({ prospect, lead, deal }) => {
      const own = lead?.state === "open" ? byQualifying.get(lead.id) : byWinning.get(lead?.id ?? "")
      const theirs = joined.flatMap(({ id, opportunityId }) => (deal && opportunityId === deal.id ? (byWinning.get(id) ?? []) : []))
      const guard = own ?? theirs[0]
      return guard ? [[prospect.id, refusalOfOne(guard, "approve")] as const] : []
    }),
  )
}

/** What became of one prospect of many. A refused one stands as it was. */
export type Decided = { prospectId: string } & ({ decisionId: string; refusal: null } | { decisionId: null; refusal: Refusal })

/** Those that can be decided so by whoever acts, and the others with why not. */
export async function judgeToDecide<One extends ToDecide>(
  ctx: Ctx & { actor: { staffRole: ActingRole } },
  verdict: Verdict,
  some: readonly One[],
): Promise<{ able: One[]; refused: Map<string, Refusal> }> {
  const guards = ctx.approval ? new Map<string, Refusal>() : await refusalsOfOne(ctx.tx, verdict, some, ctx.now)
  const refused = new Map<string, Refusal>()
  for (const one of some) {
    const refusal = refusalToDecide(verdict, one, ctx.actor.staffRole) ?? guards.get(one.prospect.id)
    if (refusal) refused.set(one.prospect.id, refusal)
  }
  return { able: some.filter(({ prospect }) => !refused.has(prospect.id)), refused }
}
