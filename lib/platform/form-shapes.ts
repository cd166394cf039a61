import { z } from "zod"
import { cleanLine, cleanText, textProblem } from "./clean-text"
import { viewerZone } from "./viewer-zone"
import { instantOf } from "./zone"

const cleaned = (name: string, max: number, lines: boolean, isNeeded: string | null) =>
  z
    .string()
    .transform(lines ? cleanText : cleanLine)
    .superRefine((text, check) => {
      const problem = textProblem(text, { max, lines })
      if (text === "" && isNeeded) check.addIssue({ code: "custom", message: isNeeded })
      else if (problem) check.addIssue({ code: "custom", message: `The ${name} ${problem}.` })
    })

/** One line that must be there; `needed` says so in words. */
export const lineOf = (name: string, max: number, needed: string) => cleaned(name, max, false, needed)

/** Several lines that must be there. */
export const linesOf = (name: string, max: number, needed: string) => cleaned(name, max, true, needed)

/** One line, or null. */
export const lineOrNull = (name: string, max: number) =>
  cleaned(name, max, false, null)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null)

/** Several lines, or null. */
export const linesOrNull = (name: string, max: number) =>
  cleaned(name, max, true, null)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null)

/** Several lines; "" for none. */
export const linesOrNone = (name: string, max: number) => cleaned(name, max, true, null).default("")

/** A day of the calendar, as the browser's own field writes it; the years before 1900 are slips of the finger. */
export const dayOf = (needed: string) => z.iso.date(needed).refine((text) => text >= "1900", needed)

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Why a time is none, on the day when clocks go forward. */
export const skippedHour = "On that day the clocks skip this hour. Choose another time"

/** A date and a time of the browser's own field, on the clocks of whoever types it: "2026-11-24T09:30". */
export const momentOf = (needed: string) =>
  z
    .string()
    .regex(moment, needed)
    .refine((text) => text >= "1900" && instantOf("UTC", text) !== null, { error: needed, abort: true })
    .transform((text, check) => {
      const at = instantOf(viewerZone(), text)
      if (at) return at
      check.addIssue({ code: "custom", message: skippedHour })
      return z.NEVER
    })

/** The same, or null when it is left empty. */
export const momentOrNull = (needed: string) =>
  z
    .union([z.literal("").transform(() => null), momentOf(needed)], needed)
    .nullish()
    .transform((at) => at ?? null)

/** Ids in one field, parted by commas. */
export const idList = (most: number) =>
  z
    .string()
    .max(most * 37)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(most))

/** A version or another whole number that a form carries as text. */
export const wholeNumber = (words: string, least: number, most: number) =>
  z
    .union([z.string().trim().regex(/^\d+$/, words), z.number()], words)
    .transform(Number)
    .pipe(z.int(words).min(least, words).max(most, words))
