import { z } from "zod"
import { isOverridable } from "./compared"

const id = z.uuid()
const version = z.int().positive()
/** A hierarchy has so many members at most that are overridden at once. */
const atMost = 20_000

export const OverrideMembers = z.object({
  hierarchyId: id,
  /** The member whose values are copied, and the version of their customer that the preview showed. */
  sourceId: id,
  sourceVersion: version,
  fields: z.array(z.string().refine(isOverridable, "This field is not copied")).min(1, "Choose a field to copy").max(40),
  /** Whom it is for, each with the version of their customer that the preview showed. */
  members: z
    .array(z.object({ customerId: id, version }))
    .min(1, "Choose somebody to copy to")
    .max(atMost),
})
export type OverrideMembers = z.output<typeof OverrideMembers>

export const UndoOverride = z.object({ overrideId: id })
export type UndoOverride = z.output<typeof UndoOverride>
