import type { Shared } from "@/lib/commerce/prospects/consequence"
import { db } from "@/lib/platform/db"
import { leadsOfOpportunity } from "@/lib/sales/leads/leads-of-opportunity"

/** Whether the opportunity of a prospect decides other requests too, or was there before its lead joined it; null where it is this prospect's alone. */
export async function getSharedOpportunity(prospect: {
  id: string
  leadId: string | null
  opportunityId: string | null
}): Promise<Shared | null> {
  if (!prospect.opportunityId) return null
  const [opportunity, leads] = await Promise.all([
    db.opportunity.findUnique({ where: { id: prospect.opportunityId }, select: { state: true, originatingLeadId: true } }),
    leadsOfOpportunity(db, prospect.opportunityId),
  ])
  if (opportunity?.state !== "open") return null
  const others = leads.flatMap(({ prospectId, prospectNumber }) => (prospectNumber && prospectId !== prospect.id ? [prospectNumber] : []))
  return { others, goesOn: leads.length > 1 || opportunity.originatingLeadId !== prospect.leadId }
}
