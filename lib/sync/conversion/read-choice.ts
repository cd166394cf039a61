import type { QualifyLead } from "../schema"
import type { Choice, OpportunityAsked, PartyChoice } from "./choice"

function partyChoice<Key extends string>(id: string | null, version: number | null, picks: readonly Key[]): PartyChoice<Key> {
  return id ? { make: "use", id, version, picks } : { make: "create" }
}

/** The choice that the desk's form says. */
export function choiceOf(input: QualifyLead): Choice {
  return {
    account: partyChoice(input.accountId, input.accountVersion, input.accountPicks),
    contact: partyChoice(input.contactId, input.contactVersion, input.contactPicks),
    opportunity: opportunityChoice(input),
  }
}

function opportunityChoice(input: QualifyLead): Choice["opportunity"] {
  if (input.opportunity === "skip") return { make: "skip" }
  if (input.opportunity === "attach") return { make: "attach", id: input.opportunityId ?? "", version: input.opportunityVersion }
  const further = [
    { topic: input.topic2, estimatedRevenue: input.estimatedRevenue2 },
    { topic: input.topic3, estimatedRevenue: input.estimatedRevenue3 },
    { topic: input.topic4, estimatedRevenue: input.estimatedRevenue4 },
    { topic: input.topic5, estimatedRevenue: input.estimatedRevenue5 },
  ].flatMap(({ topic, estimatedRevenue }): OpportunityAsked[] => (topic ? [{ topic, estimatedRevenue }] : []))
  return { make: "create", opportunities: [{ topic: input.topic, estimatedRevenue: input.estimatedRevenue }, ...further] }
}
