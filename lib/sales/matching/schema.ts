import { z } from "zod"
import { MatchingRules } from "./matching-rules"

/** Two records, in either order. */
export const TwoRecords = z
  .object({ one: z.uuid(), other: z.uuid() })
  .refine(({ one, other }) => one !== other, { message: "Choose two records: this is the same one twice." })
export type TwoRecords = z.infer<typeof TwoRecords>

/** The matching rules as the form sends them; `version` is the one that was looked at. */
export const ChangeMatchingRules = z.object({ version: z.number().int(), rules: MatchingRules })
export type ChangeMatchingRules = z.infer<typeof ChangeMatchingRules>
