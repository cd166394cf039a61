import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import type { AssignedRecord } from "./assign-record-dialog"

/** An opportunity as the dialog **Assign** takes it. */
export const assignedOpportunity = ({ opportunity, owners, refusals }: OpportunityWork, viewerId: string): AssignedRecord => ({
  kind: "opportunity",
  id: opportunity.id,
  name: opportunity.topic,
  ownerId: opportunity.ownerId,
  viewerId,
  owners,
  refusal: refusals.assign,
})
