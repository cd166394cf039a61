import type { Tx } from "@/lib/platform/db"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { isCountedOn } from "../counted-on"
import { runningMaps } from "../maps"
import type { ProspectMove } from "../prospect-policies/kind"

/** What a decision amounts to, as policies see it: moves of some leads, and what becomes of some prospects. */
export type Guarded = { moves: GuardedMove[]; leadIds: string[]; prospects: { move: ProspectMove; ids: string[] } }

const outcomes = { win: "approve", lose: "reject" } as const

type Deal = { id: string; originatingLeadId: string | null }

async function leadsOf(tx: Tx, { id, originatingLeadId }: Deal) {
  const leads = await tx.lead.findMany({ where: { opportunityId: id }, select: { id: true, prospectId: true } })
  return {
    leadIds: [...new Set([...(originatingLeadId ? [originatingLeadId] : []), ...leads.map((lead) => lead.id)])],
    prospectIds: leads.flatMap(({ prospectId }) => prospectId ?? []),
  }
}

/** Closing an opportunity decides every lead that it qualifies and, where that map runs, their prospects. */
export async function guardedClose(tx: Tx, deal: Deal, move: "win" | "lose"): Promise<Guarded> {
  const { leadIds, prospectIds } = await leadsOf(tx, deal)
  const decides = (await runningMaps(tx)).has("opportunities_prospects")
  return { moves: [move], leadIds, prospects: { move: outcomes[move], ids: decides ? prospectIds : [] } }
}

type Prospect = { id: string; leadId: string | null; opportunityId: string | null }

/** Approving a prospect in Commerce also qualifies its open lead and wins its opportunity, which decides the others that joined it. */
export async function guardedApproval(tx: Tx, { id, leadId, opportunityId }: Prospect): Promise<Guarded> {
  if (!leadId) return { moves: [], leadIds: [], prospects: { move: "approve", ids: [id] } }
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { state: true, opportunityId: true } })
  const dealId = lead?.opportunityId ?? opportunityId
  const deal = dealId ? await leadsOf(tx, { id: dealId, originatingLeadId: leadId }) : { leadIds: [leadId], prospectIds: [] }
  return {
    moves: lead?.state === "open" ? ["approve", "qualify", "win"] : ["approve", "win"],
    leadIds: deal.leadIds,
    prospects: { move: "approve", ids: [...new Set([id, ...deal.prospectIds])] },
  }
}

/** Rejecting a prospect in Commerce disqualifies its lead, or loses its opportunity where nobody else counts on that. */
export async function guardedRejection(tx: Tx, { id, leadId }: Prospect): Promise<Guarded> {
  const prospects = { move: "reject" as const, ids: [id] }
  const lead = leadId ? await tx.lead.findUnique({ where: { id: leadId }, select: { state: true, opportunityId: true } }) : null
  if (!leadId || !lead || lead.state === "disqualified") return { moves: [], leadIds: [], prospects }
  if (lead.state === "open") return { moves: ["disqualify"], leadIds: [leadId], prospects }
  const deal = lead.opportunityId
    ? await tx.opportunity.findUnique({ where: { id: lead.opportunityId }, select: { id: true, state: true, originatingLeadId: true } })
    : null
  if (deal?.state !== "open") return { moves: [], leadIds: [], prospects }
  return { moves: [(await isCountedOn(tx, deal, leadId)) ? "disqualify" : "lose"], leadIds: [leadId], prospects }
}
