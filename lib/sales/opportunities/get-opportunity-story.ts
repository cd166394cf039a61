import type { Staff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "../get-story"
import type { OpportunityDetail } from "./queries"

/** The story of an opportunity: its own, and what was told of its lead, its account and its contact. */
export function getOpportunityStory(staff: Staff, opportunity: OpportunityDetail, asked: SearchParams, now: Date) {
  const { id, account, contact, originatingLead } = opportunity
  const of = { opportunities: [id], leads: originatingLead ? [originatingLead.id] : [], parties: [account.id, contact.id] }
  return getStory(staff, "opportunity", of, asked, now)
}
