import { z } from "zod"

export const AssignLeadByRules = z.object({ leadId: z.uuid() })
export type AssignLeadByRules = z.output<typeof AssignLeadByRules>
