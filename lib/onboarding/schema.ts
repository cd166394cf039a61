import * as z from "zod"
import { addressFieldsFor } from "@/lib/platform/address"
import { cleanLine, cleanText, textProblem } from "@/lib/platform/clean-text"
import { countryName, isCountryCode } from "@/lib/platform/countries"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { normalisePhone, phoneProblem } from "@/lib/platform/phone"
import { normalisePostalCode, postalCodeProblem } from "@/lib/platform/postal-codes"
import { normaliseSubdivision, subdivisionProblem } from "@/lib/platform/subdivisions"
import { normaliseTaxId, taxIdProblem } from "@/lib/platform/tax-id"
import { normaliseWebsite, websiteProblem } from "@/lib/platform/website"
import { personFields, type RequestProblems } from "./request-fields"

type Field = {
  /** The subject of sentences about it: "The last name". */
  subject: string
  /** Said when it is empty; without it the field may be. */
  missing?: string
  /** Code points. */
  max: number
  lines?: boolean
  problem?: (cleaned: string) => string | null
}

const outOfDate = "This page is out of date. Reload it; what you typed stays."

/** A text field: exactly one string, cleaned, judged. Every refusal lets the other fields be judged too, so that all are told at once. */
function text({ subject, missing, max, lines = false, problem }: Field) {
  return z
    .unknown()
    .optional()
    .transform((sent, ctx) => {
      const refuse = (message: string) => {
        ctx.issues.push({ code: "custom", message, input: sent, continue: true })
        return ""
      }
      if (sent !== undefined && typeof sent !== "string") return refuse(`${subject} was sent in a way that we cannot read. Enter it anew.`)
      const cleaned = lines ? cleanText(sent ?? "") : cleanLine(sent ?? "")
      if (cleaned === "") return missing ? refuse(missing) : ""
      const fault = textProblem(cleaned, { max, lines })
      const message = fault ? `${subject} ${fault}` : problem?.(cleaned)
      return message ? refuse(message) : cleaned
    })
}

const Answers = z.object({
  firstName: text({ subject: "The first name", missing: "Enter your first name", max: 50 }),
  lastName: text({ subject: "The last name", missing: "Enter your last name", max: 50 }),
  email: text({ subject: "The email", missing: "Enter your email", max: 100, problem: emailProblem }),
  phone: text({ subject: "The phone number", max: 80 }),
  companyName: text({ subject: "The company name", missing: "Enter the company name", max: 100 }),
  website: text({ subject: "The website", max: 200, problem: websiteProblem }),
  taxId: text({ subject: "The tax ID", max: 50 }),
  country: text({
    subject: "The country/region",
    missing: "Choose the country or region",
    max: 50,
    problem: (code) => (isCountryCode(code) ? null : "Choose the country or region from the list"),
  }),
  street: text({ subject: "The street", missing: "Enter the street", max: 250 }),
  street2: text({ subject: "The second line of the street", max: 250 }),
  city: text({ subject: "The city", max: 80 }),
  stateProvince: text({ subject: "The state/province", max: 80 }),
  postalCode: text({ subject: "The ZIP/postal code", max: 20 }),
  comments: text({ subject: "The comment", max: 2000, lines: true }),
  agree: text({ subject: "Your consent", missing: "Tick the box if you agree to the terms and conditions", max: 10 }),
})

const Sent = Answers.extend({
  at: z
    .string(outOfDate)
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, outOfDate)
    .max(40, outOfDate)
    .default(""),
  language: z
    .unknown()
    .optional()
    .transform((sent) => (typeof sent === "string" && /^[a-z]{2}(-[A-Z]{2})?$/.test(sent) ? sent : "en")),
  submissionKey: z.uuid(outOfDate).toLowerCase(),
  startedAt: z.string(outOfDate).min(1, outOfDate).max(300, outOfDate),
  homepage: z
    .unknown()
    .optional()
    .transform((sent) => (sent === undefined ? "" : String(sent))),
})

type Answers = z.output<typeof Answers>
type Sent = z.output<typeof Sent>

/** What the person answers, without what the form carries unseen: for the form in the browser, which can mend nothing else. */
export const RequestAnswers = Answers.superRefine(judgeByCountry)

/**
 * A request to become a business partner, for the form and the server alike: takes what the form sends, ignores what it does not know,
 * returns it in normal form (E.164 phone, full website, canonical tax ID and email beside the typed one). Each refusal says what to do.
 */
export const SubmitRequest = Sent.superRefine(judgeByCountry).transform(normalise)

export type SubmitRequest = z.output<typeof SubmitRequest>

/** The first sentence for each field that was refused, in the order of the form. */
export function problemsByField(error: z.ZodError): RequestProblems {
  const problems: RequestProblems = {}
  for (const name of personFields) {
    const message = error.issues.find(({ path }) => path[0] === name)?.message
    if (message) problems[name] = message
  }
  return problems
}

function judgeByCountry(sent: Answers, ctx: z.RefinementCtx) {
  const refused = new Set(ctx.issues.map(({ path }) => path?.[0]))
  for (const [field, message] of Object.entries(countryProblems(sent))) {
    if (!refused.has(field)) ctx.addIssue({ code: "custom", path: [field], message })
  }
}

/** What only the country can judge: its address fields, phone numbers and tax IDs. */
function countryProblems(sent: Answers): RequestProblems {
  const { country, phone, taxId } = sent
  const problems: RequestProblems = {}
  const note = (field: keyof RequestProblems, problem: string | null) => {
    if (problem) problems[field] = problem
  }
  // Before a country is chosen it may still complete the number.
  if (phone && (country || phone.startsWith("+"))) note("phone", phoneProblem(phone, country))
  if (taxId) note("taxId", taxIdProblem(country, taxId))
  for (const { name, required } of addressFieldsFor(country)) {
    if (sent[name] === "" && required && name !== "street") note(name, missingAddressPart[name])
  }
  if (country && sent.stateProvince && uses(country, "stateProvince"))
    note("stateProvince", subdivisionProblem(country, sent.stateProvince))
  if (country && sent.postalCode && uses(country, "postalCode")) note("postalCode", postalCodeProblem(country, sent.postalCode))
  return problems
}

const missingAddressPart = {
  street2: "Enter the second line of the street",
  city: "Enter the city",
  stateProvince: "Enter the state or province",
  postalCode: "Enter the ZIP/postal code",
}

function normalise(sent: Sent) {
  const { country, agree, phone, website, taxId, stateProvince, postalCode, ...rest } = sent
  return {
    ...rest,
    country,
    agree: agree !== "",
    email: canonicalEmail(sent.email),
    typedEmail: sent.email,
    phone: phone ? normalisePhone(phone, country) : null,
    website: website ? normaliseWebsite(website) : null,
    taxId: taxId ? normaliseTaxId(country, taxId) : null,
    street2: sent.street2 || null,
    city: sent.city || countryName(country),
    stateProvince: stateProvince && uses(country, "stateProvince") ? normaliseSubdivision(country, stateProvince) : null,
    postalCode: postalCode && uses(country, "postalCode") ? normalisePostalCode(country, postalCode) : null,
    comments: sent.comments || null,
  }
}

function uses(country: string, field: "stateProvince" | "postalCode"): boolean {
  return addressFieldsFor(country).some(({ name }) => name === field)
}
