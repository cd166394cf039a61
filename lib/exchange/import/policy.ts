import { z } from "zod"
import type { Mapping } from "./guess-mapping"

export const matchings = {
  id: "Lead ID",
  email: "Email",
  company: "Company and country",
  taxId: "Tax ID",
  alike: "Looks the same, by the matching rules",
  none: "Nothing: every row is a new lead",
} as const

export const modes = {
  both: "Create and update",
  create: "Create only",
  update: "Update only",
} as const

export type Matching = keyof typeof matchings
export type Mode = keyof typeof modes

const keysOf = <Key extends string>(table: Record<Key, string>) => Object.keys(table) as [Key, ...Key[]]

/** How rows find their leads, and what becomes of them. */
export const Policy = z.object({
  matchBy: z.enum(keysOf(matchings)),
  mode: z.enum(keysOf(modes)),
  empty: z.enum(["keep", "clear"]),
  ownerId: z.uuid().nullable(),
})
export type Policy = z.infer<typeof Policy>

/** The matchings that a mapping allows. */
export function matchingsOf(mapping: Mapping): Matching[] {
  const has = (field: Mapping[number]) => mapping.includes(field)
  const allowed: Record<Matching, boolean> = {
    id: has("id"),
    email: has("email"),
    company: has("company"),
    taxId: has("taxId"),
    alike: has("company") && (has("email") || has("phone") || has("website") || has("taxId") || has("postalCode")),
    none: true,
  }
  return keysOf(matchings).filter((matching) => allowed[matching])
}

/** What is proposed: the surest way to find a lead that the file offers. */
export function firstPolicy(mapping: Mapping): Policy {
  const [matchBy = "none"] = matchingsOf(mapping)
  return { matchBy, mode: "both", empty: "keep", ownerId: null }
}
