import { leadFields } from "../leads/fields"
import type { RuleSubject } from "./rule"

/** The rules of Sales are asked of leads. */
export const leadSubject: RuleSubject = { noun: ["lead", "leads"], fresh: "New and nobody's", fields: leadFields }
