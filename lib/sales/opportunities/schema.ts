import { z } from "zod"

const stage = z.enum(["qualify", "develop", "propose", "close"], "Choose a stage")

/** `was`: the stage that was shown; left out, it is taken from any. */
export const MoveStage = z.object({ opportunityId: z.uuid(), stage, was: stage.optional() })
export type MoveStage = z.infer<typeof MoveStage>

export const OpportunityRef = z.object({ opportunityId: z.uuid() })
export type OpportunityRef = z.infer<typeof OpportunityRef>

const text = z.string().max(300).default("")

/** What is typed of another opportunity of an account; the fields judge it one by one. */
export const NewOpportunity = z.object({
  accountId: z.uuid(),
  contactId: z.uuid("Choose a contact"),
  topic: text,
  revenue: text,
  closeDate: text,
  probability: text,
})
export type NewOpportunity = z.output<typeof NewOpportunity>
