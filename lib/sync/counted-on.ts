import type { Tx } from "@/lib/platform/db"
import { leadsOfOpportunity } from "@/lib/sales/leads/leads-of-opportunity"

/** Whether others count on the opportunity of a lead: their leads joined it, or this lead only joined it. Then it goes on without the lead. */
export async function isCountedOn(tx: Tx, { id, originatingLeadId }: { id: string; originatingLeadId: string | null }, leadId: string) {
  return originatingLeadId !== leadId || (await leadsOfOpportunity(tx, id)).length > 1
}
