import { z } from "zod"
import { lineOf, linesOf, wholeNumber } from "@/lib/platform/form-shapes"
import { letterLanguages } from "../letter-languages"
import { unknownPlaceholders } from "./placeholders"

const subject = lineOf("subject", 200, "Enter a subject")
const text = linesOf("message", 8000, "Write the message first")

export const messageNouns = ["lead", "opportunity", "contact"] as const
export type MessageNoun = (typeof messageNouns)[number]

/** `asks`: the applicant is asked something, and the decision waits for the answer. */
export const SendMessage = z.object({
  ...{ about: z.enum(messageNouns), id: z.uuid(), subject, text },
  asks: z.union([z.boolean(), z.literal("on").transform(() => true)]).optional(),
})
export type SendMessage = z.output<typeof SendMessage>

export const CancelMessage = z.object({ mailId: z.uuid() })
export type CancelMessage = z.output<typeof CancelMessage>

const known = (shape: typeof subject) =>
  shape.superRefine((words, check) => {
    const unknown = unknownPlaceholders(words)
    if (unknown.length > 0) check.addIssue({ code: "custom", message: `There is no placeholder ${unknown.join(" or ")}.` })
  })

/** The languages in which templates are written. */
export const templateLanguages = letterLanguages

const template = {
  name: lineOf("name", 80, "Enter a name"),
  language: z.enum(templateLanguages, "Choose a language"),
  subject: known(subject),
  body: known(text),
}

export const AddTemplate = z.object(template)
export type AddTemplate = z.output<typeof AddTemplate>

const ref = { templateId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) }
export const EditTemplate = z.object({ ...template, ...ref })
export type EditTemplate = z.output<typeof EditTemplate>
export const TemplateRef = z.object(ref)
export type TemplateRef = z.output<typeof TemplateRef>
