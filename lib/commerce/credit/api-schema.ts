import { z } from "zod"
import { textProblem } from "@/lib/platform/clean-text"
import { currencies, greatestAmount } from "./money"

const signs = (name: string, most: number) =>
  z
    .string(`${name} is text`)
    .trim()
    .min(1, `${name} is missing`)
    .superRefine((text, check) => {
      const problem = textProblem(text, { max: most })
      if (problem) check.addIssue({ code: "custom", message: `${name} ${problem}` })
    })

const whole = "Amounts are whole numbers of the currency's minor unit, from 1 to 1,000,000,000,000"
const amount = z.int(whole).min(1, whole).max(greatestAmount, whole)
const currency = z
  .string("The currency is missing")
  .refine((code) => currencies.includes(code), "The currency is a code of ISO 4217, such as EUR")
const organization = signs("organization", 60)
const reference = signs("reference", 100)
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null)

const minuteSeconds = 60
const daySeconds = 86_400
/** How long credit is held where the shop says nothing, in seconds. */
export const usualSeconds = 7 * daySeconds
const life = `expiresInSeconds is a whole number from ${minuteSeconds} to ${90 * daySeconds}`

export const AuthorizeCredit = z.strictObject({
  organization,
  user: signs("user", 254),
  amount,
  currency,
  reference,
  expiresInSeconds: z
    .int(life)
    .min(minuteSeconds, life)
    .max(90 * daySeconds, life)
    .default(usualSeconds),
})

export const CaptureCredit = z.strictObject({
  amount: optional(amount),
  final: z.boolean("final is true or false").default(false),
  reference: optional(reference),
})

export const ReleaseCredit = z.strictObject({ amount: optional(amount), reference: optional(reference) })

const kinds = ["packing_slip", "invoice", "payment", "credit_note", "cancellation", "adjustment"] as const
const signed = "An adjustment is a whole number of the minor unit other than 0; every other amount is greater than 0"

export const PostCredit = z
  .strictObject({
    organization,
    authorization: optional(z.uuid("authorization is the id of one")),
    kind: z.enum(kinds, `kind is one of ${kinds.join(", ")}`),
    amount: z.int(signed).min(-greatestAmount, signed).max(greatestAmount, signed),
    fromPackingSlips: z.int(whole).min(0, whole).max(greatestAmount, whole).default(0),
    currency,
    reference: optional(reference),
    note: optional(signs("note", 500)),
  })
  .superRefine(({ kind, amount: told, authorization, fromPackingSlips, note }, check) => {
    const refuse = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message })
    if (told === 0 || (told < 0 && kind !== "adjustment")) refuse("amount", signed)
    if (kind === "cancellation" && !authorization)
      refuse("authorization", "A cancellation names the authorization whose captured order it cancels")
    if (fromPackingSlips > 0 && (kind !== "invoice" || authorization))
      refuse("fromPackingSlips", "Only an invoice without authorization says which part of it was told as packing slips")
    if (kind === "adjustment" && !note) refuse("note", "An adjustment says why")
  })
