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

/** The policy that wants two people, for what, and the lead for whose sake it does where it is one of Sales. */
export type Found = { guard: Guard; move: Parameters<typeof refusalOfOne>[1]; leadId: string | null }

/** By the prospect's id, the policy that wants two people for a decision about it, or for what that amounts to in Sales. */
export async function guardsToDecide(tx: Tx, verdict: Verdict, some: readonly ToDecide[], now: Date): Promise<Map<string, Found>> {
  const ids = some.map(({ prospect }) => prospect.id)
  const own = [...(await guardsOfProspects(tx, verdict, ids, now))].map(
    ([id, guard]) => [id, { guard, move: verdict, leadId: null }] as const,
  )
  return new Map<string, Found>([...own, ...(await (verdict === "reject" ? guardsToLose(tx, some, now) : guardsToWin(tx, some, now)))])
}

async function guardsToLose(tx: Tx, some: readonly ToDecide[], now: Date): Promise<[string, Found][]> {
  const losing: string[] = []
  const leaving = some.flatMap(({ lead }) => (lead?.state === "open" ? lead.id : []))
  for (const { prospect, lead } of some.filter(({ deal }) => deal?.state === "open"))
    if (lead) ((await guardedRejection(tx, prospect)).moves[0] === "lose" ? losing : leaving).push(lead.id)
  const byLeaving = await guarded(tx, ["disqualify"], leaving, now)
  const byLosing = await guarded(tx, ["lose"], losing, now)
  return some.flatMap(({ prospect, lead }): [string, Found][] => {
    const leadId = lead?.id ?? ""
    const [left, lost] = [byLeaving.get(leadId), byLosing.get(leadId)]
    if (left) return [[prospect.id, { guard: left, move: "disqualify", leadId }]]
    return lost ? [[prospect.id, { guard: lost, move: "lose", leadId }]] : []
  })
}

async function guardsToWin(tx: Tx, some: readonly ToDecide[], now: Date): Promise<[string, Found][]> {
  const open = some.flatMap(({ lead }) => (lead?.state === "open" ? lead.id : []))
  const dealt = some.flatMap(({ lead }) => (lead && lead.state !== "open" ? lead.id : []))
  // Whoever joined the opportunity of one is decided with it.
  const joined = await tx.lead.findMany({
    where: { opportunityId: { in: some.flatMap(({ deal }) => deal?.id ?? []) } },
    select: { id: true, opportunityId: true, prospectId: true },
  })
  const byQualifying = await guarded(tx, ["approve", "qualify", "win"], open, now)
  const byWinning = await guarded(tx, ["approve", "win"], [...new Set([...dealt, ...joined.map(({ id }) => id)])], now)
  const theirs = joined.flatMap(({ prospectId }) => prospectId ?? [])
  const byProspect = await guardsOfProspects(tx, "approve", theirs, now)
  return some.flatMap(({ prospect, lead, deal }): [string, Found][] => {
    const others = joined.filter(({ opportunityId }) => deal && opportunityId === deal.id)
    const leadId = [...(lead ? [lead.id] : []), ...others.map(({ id }) => id)].find((id) => byQualifying.has(id) || byWinning.has(id))
    const guard = byQualifying.get(leadId ?? "") ?? byWinning.get(leadId ?? "")
    if (leadId && guard) return [[prospect.id, { guard, move: "approve", leadId }]]
    const [other] = others.flatMap(({ prospectId }) => byProspect.get(prospectId ?? "") ?? [])
    return other ? [[prospect.id, { guard: other, move: "approve", leadId: null }]] : []
  })
}

/** What became of one prospect of many. A refused one stands as it was. */
export type Decided = { prospectId: string } & ({ decisionId: string; refusal: null } | { decisionId: null; refusal: Refusal })

/** Those that can be decided so by whoever acts, and the others with why not. */
export async function judgeToDecide<One extends ToDecide>(
  ctx: Ctx & { actor: { staffRole: ActingRole } },
  verdict: Verdict,
  some: readonly One[],
): Promise<{ able: One[]; refused: Map<string, Refusal> }> {
  const guards = ctx.approval ? new Map<string, Found>() : await guardsToDecide(ctx.tx, verdict, some, ctx.now)
  const refused = new Map<string, Refusal>()
  for (const one of some) {
    const found = guards.get(one.prospect.id)
    const refusal = refusalToDecide(verdict, one, ctx.actor.staffRole) ?? (found ? refusalOfOne(found.guard, found.move) : null)
    if (refusal) refused.set(one.prospect.id, refusal)
  }
  return { able: some.filter(({ prospect }) => !refused.has(prospect.id)), refused }
}
