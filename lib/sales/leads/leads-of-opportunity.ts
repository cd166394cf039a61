import type { Tx } from "@/lib/platform/db"

/** A lead that was qualified into an opportunity, with the prospect that closing it decides. */
export type JoinedLead = { id: string; companyName: string; prospectId: string | null; prospectNumber: string | null }

/** The leads that one opportunity qualifies, oldest first: those of which it was made, and those that joined it. */
export function leadsOfOpportunity(tx: Tx, opportunityId: string): Promise<JoinedLead[]> {
  return tx.lead.findMany({
    where: { opportunityId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, companyName: true, prospectId: true, prospectNumber: true },
  })
}
