import { z } from "zod"

export const AssignLead = z.object({ leadId: z.uuid(), ownerId: z.uuid("Choose an owner") })
export type AssignLead = z.infer<typeof AssignLead>
