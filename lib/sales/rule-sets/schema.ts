import { z } from "zod"
import { ruleKindNames } from "./kinds"

const kind = z.enum(ruleKindNames)
/** The draft that was on the screen; whoever comes second is told who was first. */
const draftVersion = z.coerce.number().int().min(0)

/** A book as JSON text: `{ rules, settings }`. */
const Draft = z
  .string("Send the rules as text")
  .max(400_000, "These are more rules than can be kept")
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      check.addIssue({ code: "custom", message: "These rules cannot be read." })
      return z.NEVER
    }
  })

export const SaveRules = z.object({ kind, draftVersion, draft: Draft })
export type SaveRules = z.output<typeof SaveRules>

export const RulesRef = z.object({ kind, draftVersion })
export type RulesRef = z.output<typeof RulesRef>

/** `draft`: what is on the screen, kept first. */
export const PublishRules = z.object({ kind, draftVersion, draft: Draft.optional() })
export type PublishRules = z.output<typeof PublishRules>

/** What is on the screen, kept or not. */
export const RehearseRules = z.object({ kind, draft: Draft })
export type RehearseRules = z.output<typeof RehearseRules>

export const RestoreRules = z.object({ kind, draftVersion, number: z.coerce.number().int().positive() })
export type RestoreRules = z.output<typeof RestoreRules>
