import type { accountEditables } from "@/lib/sales/accounts/editables"
import type { contactEditables } from "@/lib/sales/contacts/editables"

export type AccountKey = keyof typeof accountEditables
export type ContactKey = keyof typeof contactEditables

/**
 * An account or contact of a conversion: made new; one that exists, with the fields that take the request's value; or the one
 * that another lead of the same batch makes or uses. `version` is the one that was looked at; null where nobody looked.
 */
export type PartyChoice<Key extends string> =
  | { make: "create" }
  | { make: "use"; id: string; picks: readonly Key[]; version: number | null }
  | { make: "share"; leadId: string }

/** What a new opportunity is told beside what the mapping says; null to leave it to the mapping. */
export type OpportunityAsked = { topic: string | null; estimatedRevenue: number | null }

export type OpportunityChoice =
  | { make: "create"; opportunities: readonly OpportunityAsked[] }
  | { make: "attach"; id: string; version: number | null }
  | { make: "skip" }

/** How a lead is converted. Of several opportunities the first is the qualifying one: it alone decides the prospect. */
export type Choice = { account: PartyChoice<AccountKey>; contact: PartyChoice<ContactKey>; opportunity: OpportunityChoice }

export const mostOpportunities = 5

/** Everything new, one opportunity: the common case. */
export const createAll: Choice = {
  account: { make: "create" },
  contact: { make: "create" },
  opportunity: { make: "create", opportunities: [{ topic: null, estimatedRevenue: null }] },
}
