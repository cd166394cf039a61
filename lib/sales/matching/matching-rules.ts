import { z } from "zod"
import { lineOf } from "@/lib/platform/form-shapes"

/** What two records are compared by, in the order in which people ask. */
export const signals = {
  taxId: "Tax ID",
  email: "Email",
  domain: "Domain",
  name: "Company name",
  person: "Person",
  phone: "Phone",
  address: "Address",
} as const

export type Signal = keyof typeof signals
export const signalNames = Object.keys(signals) as Signal[]

/** How sure it is that two records are the same, the surest first. */
export const verdicts = { certain: "Certain", likely: "Likely", possible: "Possible" } as const
export type Verdict = keyof typeof verdicts

/** What a signal tells at this strength is what the house ships with; 0 is off, 10 tells twice as much. */
export const usualStrength = 5
export const mostStrength = 10

const strength = z.number().int().min(0).max(mostStrength)
const threshold = z.number().int().min(1, "A threshold is 1 to 100").max(100, "A threshold is 1 to 100")

const sharedDomain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([\p{L}\p{N}-]+\.)+[\p{L}-]{2,}$/u, "Write a domain as mail.example")
const legalForm = lineOf("legal form", 40, "Write a legal form, such as GmbH")

/** How strongly each signal counts, from which score on a pair is what, and what the house adds to the lists that everybody has. */
export const MatchingRules = z
  .object({
    strengths: z.object(Object.fromEntries(signalNames.map((signal) => [signal, strength])) as Record<Signal, typeof strength>),
    thresholds: z.object({ certain: threshold, likely: threshold, possible: threshold }),
    sharedDomains: z.array(sharedDomain).max(500),
    legalForms: z.array(legalForm).max(200),
  })
  .refine(({ thresholds: { certain, likely, possible } }) => certain > likely && likely > possible, {
    path: ["thresholds"],
    message: "Certain must be above likely, and likely above possible.",
  })
export type MatchingRules = z.output<typeof MatchingRules>

export const usualRules: MatchingRules = {
  strengths: { taxId: 5, email: 5, domain: 5, name: 5, person: 5, phone: 5, address: 5 },
  thresholds: { certain: 85, likely: 65, possible: 40 },
  sharedDomains: [],
  legalForms: [],
}
