import { z } from "zod"
import { wholeNumber } from "@/lib/platform/form-shapes"
import type { CustomerSection } from "../customers/fields"
import { driftSections } from "./rules"

const ticked = z.literal("on").optional()

/** A tick box a section, by the section's key. */
const boxes = Object.fromEntries(driftSections.map((section) => [section, ticked])) as Record<CustomerSection, typeof ticked>
const tickedIn = (given: Partial<Record<CustomerSection, "on">>): CustomerSection[] =>
  driftSections.filter((section) => given[section] === "on")

export const ChangeDriftPolicy = z
  .object({ ...boxes, hierarchyId: z.uuid(), follows: z.enum(["default", "own"], "Choose what holds") })
  .transform(({ hierarchyId, follows, ...given }) => ({ hierarchyId, follows, sections: tickedIn(given) }))
export type ChangeDriftPolicy = z.output<typeof ChangeDriftPolicy>

export const ChangeDriftDefault = z
  .object({ ...boxes, version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) })
  .transform(({ version, ...given }) => ({ version, sections: tickedIn(given) }))
export type ChangeDriftDefault = z.output<typeof ChangeDriftDefault>
