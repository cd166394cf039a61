import { z } from "zod"

/** `was`: the owner that was shown, null for nobody; left out, the record is taken from whoever owns it. */
export const AssignRecord = z.object({ id: z.uuid(), ownerId: z.uuid("Choose an owner"), was: z.uuid().nullable().optional() })
export type AssignRecord = z.infer<typeof AssignRecord>
