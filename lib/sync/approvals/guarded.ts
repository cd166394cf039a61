import type { Tx } from "@/lib/platform/db"
import type { GuardedMove } from "@/lib/sales/policies/effect"

/** What a decision amounts to for some leads, as policies see it. */
export type Guarded = { moves: GuardedMove[]; leadIds: string[] }

/** Closing an opportunity as Won decides every lead that it qualifies. */
export async function guardedWin(tx: Tx, { id, originatingLeadId }: { id: string; originatingLeadId: string | null }): Promise<Guarded> {
  const leads = await tx.lead.findMany({ where: { opportunityId: id }, select: { id: true } })
  return { moves: ["win"], leadIds: [...new Set([...(originatingLeadId ? [originatingLeadId] : []), ...leads.map((lead) => lead.id)])] }
}

type Prospect = { leadId: string | null; opportunityId: string | null }

/** Approving a prospect in Commerce also qualifies its open lead and wins its opportunity. */
export async function guardedApproval(tx: Tx, { leadId, opportunityId }: Prospect): Promise<Guarded> {
  if (!leadId) return { moves: [], leadIds: [] }
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { state: true, opportunityId: true } })
  const deal = lead?.opportunityId ?? opportunityId
  const { leadIds } = deal ? await guardedWin(tx, { id: deal, originatingLeadId: leadId }) : { leadIds: [leadId] }
  return { moves: lead?.state === "open" ? ["approve", "qualify", "win"] : ["approve", "win"], leadIds }
}

/** Rejecting a prospect in Commerce disqualifies its open lead; a qualified one is lost, which no policy guards. */
export async function guardedRejection(tx: Tx, { leadId }: Prospect): Promise<Guarded> {
  const lead = leadId ? await tx.lead.findUnique({ where: { id: leadId }, select: { state: true } }) : null
  return leadId && lead?.state === "open" ? { moves: ["disqualify"], leadIds: [leadId] } : { moves: [], leadIds: [] }
}
