import { z } from "zod"
import { openReasons } from "./rules"

/** `was`: the owner that was shown; where a colleague was faster, nothing is assigned. */
export const AssignLead = z.object({ leadId: z.uuid(), ownerId: z.uuid("Choose an owner"), was: z.uuid().nullable().optional() })
export type AssignLead = z.infer<typeof AssignLead>

export const MarkLead = z.object({ leadId: z.uuid(), as: z.enum(openReasons, "Choose New or Contacted") })
export type MarkLead = z.infer<typeof MarkLead>
