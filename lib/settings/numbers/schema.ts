import { z } from "zod"
import { wholeNumber } from "@/lib/platform/form-shapes"
import { problemOfFormat } from "@/lib/platform/number-format"

/** Placeholders are written small, constants large. */
const inCapitals = (typed: string) =>
  typed.replace(/[^{}]+|\{[^{}]*\}/g, (part) => (part.startsWith("{") ? part.toLowerCase() : part.toUpperCase()))

export const ChangeNumberSequence = z.object({
  kind: z.string().regex(/^[a-z_]{1,40}$/, "Reload the page and try again"),
  format: z
    .string()
    .trim()
    .max(80, "A format has forty signs at most")
    .transform(inCapitals)
    .superRefine((format, check) => {
      const problem = problemOfFormat(format)
      if (problem) check.addIssue({ code: "custom", message: problem })
    }),
  digits: wholeNumber("Enter a whole number from 3 to 12", 3, 12),
  next: wholeNumber("Enter a whole number from 1 to 999,999,999", 1, 999_999_999),
  isContinuous: z
    .union([z.literal("on"), z.literal("true"), z.literal("false"), z.boolean()])
    .optional()
    .transform((ticked) => ticked === true || ticked === "on" || ticked === "true"),
  /** The next number that the page showed: left as it was, the count goes on wherever it has come to meanwhile. */
  shown: wholeNumber("Reload the page and try again", 1, 2_147_483_647).optional(),
  version: wholeNumber("Reload the page and try again", 1, 2_147_483_647),
})
export type ChangeNumberSequence = z.output<typeof ChangeNumberSequence>
