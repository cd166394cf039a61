import type { Staff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "../get-story"
import type { OpportunityDetail } from "./queries"

/** The leads whose story belongs to an opportunity: the one that it came from, and those that were qualified into it. */
export const leadsTold = ({ originatingLead, qualifiedLeads }: OpportunityDetail): string[] => [
  ...new Set([originatingLead, ...qualifiedLeads].flatMap((lead) => lead?.id ?? [])),
]

/** The story of an opportunity: its own, and what was told of its leads, its account and its contact. */
export function getOpportunityStory(staff: Staff, opportunity: OpportunityDetail, asked: SearchParams, now: Date) {
  const { id, account, contact } = opportunity
  const of = { opportunities: [id], leads: leadsTold(opportunity), parties: [account.id, contact.id] }
  return getStory(staff, "opportunity", of, asked, now)
}
