import { z } from "zod"

/** `was`: the owner that was shown; where a colleague was faster, nothing is assigned. */
export const AssignProspect = z.object({ prospectId: z.uuid(), ownerId: z.uuid("Choose an owner"), was: z.uuid().nullable().optional() })
export type AssignProspect = z.infer<typeof AssignProspect>
