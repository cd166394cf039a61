import { z } from "zod"

export const MoveStage = z.object({ opportunityId: z.uuid(), stage: z.enum(["qualify", "develop", "propose", "close"], "Choose a stage") })
export type MoveStage = z.infer<typeof MoveStage>

export const OpportunityRef = z.object({ opportunityId: z.uuid() })
export type OpportunityRef = z.infer<typeof OpportunityRef>
