import { z } from "zod"
import { dayOf, lineOf, linesOf, wholeNumber } from "@/lib/platform/form-shapes"
import { timeZones } from "@/lib/platform/time-zones"
import { currencies, minorUnits } from "./money"
import { limitTypes, messages } from "./rules"

const id = z.uuid()
const ticked = z
  .enum(["on", "true", ""])
  .optional()
  .transform((value) => value === "on" || value === "true")

const day = z
  .union([z.literal(""), dayOf("Enter a date")], "Enter a date")
  .optional()
  .transform((text) => text || null)

const keysOf = <Words extends object>(words: Words) => Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]

export const currency = z.string().refine((code) => currencies.includes(code), "Choose a currency")
const amountProblem = "Enter an amount, such as 12500 or 12,500.50"

/** An amount of a form, in the currency that the form names; empty is nothing. */
function readAmount(typed: string | undefined, code: string, path: string, check: z.RefinementCtx): number | null {
  if (!typed?.trim()) return null
  const minor = minorUnits(typed, code)
  if (minor === null) check.addIssue({ code: "custom", path: [path], message: amountProblem })
  return minor
}

const typed = z.string().max(40).optional()

export const SetCredit = z
  .object({
    organizationId: id,
    currency,
    amount: z.string().max(40),
    type: z.enum(keysOf(limitTypes), "Choose a credit limit type"),
    onExceeding: z.enum(keysOf(messages), "Choose a message"),
    isMandatory: ticked,
    allowOnAccount: ticked,
    timeZone: z.string().refine((zone) => timeZones.includes(zone), "Choose a time zone"),
    validFrom: day,
    validTo: day,
    reason: lineOf("reason", 500, "Say why; it stays in the history"),
  })
  .transform(({ amount, ...rest }, check) => {
    const minor = readAmount(amount, rest.currency, "amount", check)
    if (minor === null && !amount.trim()) check.addIssue({ code: "custom", path: ["amount"], message: "Enter the credit limit" })
    return { ...rest, amount: minor ?? 0 }
  })
export type SetCredit = z.output<typeof SetCredit>

export const TermsRef = z.object({ termsId: id })
export type TermsRef = z.output<typeof TermsRef>

export const SendBackTerms = TermsRef.extend({ answer: linesOf("reason", 500, "Say why; whoever asked reads it") })
export type SendBackTerms = z.output<typeof SendBackTerms>

export const SetReview = z.object({ organizationId: id, reviewOn: dayOf("Choose a day") })
export type SetReview = z.output<typeof SetReview>

export const CompleteReview = z.object({ organizationId: id, finding: linesOf("finding", 500, "Say what the review found"), reviewOn: day })
export type CompleteReview = z.output<typeof CompleteReview>

const limits = z.object({ memberId: id, currency, perOrder: typed, perMonth: typed })

function readLimits<Form extends z.output<typeof limits>>({ perOrder, perMonth, ...rest }: Form, check: z.RefinementCtx) {
  const { currency: code } = rest
  return { ...rest, perOrder: readAmount(perOrder, code, "perOrder", check), perMonth: readAmount(perMonth, code, "perMonth", check) }
}

export const SetSpending = limits.extend({ hierarchyId: id }).transform(readLimits)
export type SetSpending = z.output<typeof SetSpending>

/** The same as a partner's Admin sends it, whose hierarchy is their own. */
export const SetOwnSpending = limits.transform(readLimits)

export const SetThreshold = z
  .object({ currency, amount: typed, version: wholeNumber("Reload the page and try again", 0, 2_147_483_647) })
  .transform(({ amount, ...rest }, check) => ({ ...rest, amount: readAmount(amount, rest.currency, "amount", check) }))
export type SetThreshold = z.output<typeof SetThreshold>
