import { prospectFields } from "@/lib/commerce/prospects/fields"
import type { Fields } from "@/lib/platform/fields"

/** What a rule cannot ask of a request that just came: how it was decided, and what runs by the clock. */
const notAsked = new Set(["status", "decided", "decidedBy", "reason", "note", "decisionState", "expires"])
const runsByTheClock = new Set(["age", "timer"])

/** What the rules of prospects may ask about: the fields of the list, and whether somebody like it is known. */
export const prospectRuleFields: Fields = {
  ...Object.fromEntries(
    Object.entries(prospectFields as Fields).filter(([name, { kind }]) => !notAsked.has(name) && !runsByTheClock.has(kind)),
  ),
  likeRejected: { label: "Like a rejected request", kind: "yes-no" },
  likeCustomer: { label: "Like a customer", kind: "yes-no" },
}

/** The fields that are answered by matching. */
export const alikeFields = ["likeRejected", "likeCustomer"] as const
export type AlikeField = (typeof alikeFields)[number]
