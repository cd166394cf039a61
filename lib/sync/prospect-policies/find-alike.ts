import { Prisma, type Tx } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"
import { nameKey } from "@/lib/sales/match-keys"
import { getMatchingRules } from "@/lib/sales/matching/get-rules"
import { type MatchFacts, matchKeys } from "@/lib/sales/matching/match-keys"
import { scorePair } from "@/lib/sales/matching/score-pair"
import type { AlikeField } from "./fields"

/** By one key no more are looked at: a key that brings so many tells little by itself. */
const most = 24

const factsOf = {
  prospect: Prisma.sql`c.company_name as "companyName", c.first_name as "firstName", c.last_name as "lastName", c.email, c.phone, c.website,
    c.tax_id as "taxId", c.country, c.street, c.postal_code as "postalCode"`,
  customer: Prisma.sql`case when c.type = 'organization' then c.name end as "companyName", c.first_name as "firstName", c.last_name as "lastName", c.email,
    c.phone, c.website, c.tax_id as "taxId", c.country, c.street, c.postal_code as "postalCode"`,
}

/** Where somebody like a request is looked for; `since`: from when on it is there to be found. */
const places: Record<AlikeField, { table: Prisma.Sql; isThere: Prisma.Sql; since: Prisma.Sql; facts: Prisma.Sql }> = {
  likeRejected: {
    table: Prisma.sql`commerce.prospect`,
    isThere: Prisma.sql`status = 'rejected'`,
    since: Prisma.sql`c.decided_at`,
    facts: factsOf.prospect,
  },
  likeCustomer: {
    table: Prisma.sql`commerce.customer`,
    isThere: Prisma.sql`status = 'active'`,
    since: Prisma.sql`c.created_at`,
    facts: factsOf.customer,
  },
}

type Asked = MatchFacts & { id: string; submittedAt: Date }
type Found = MatchFacts & { at: number }

/**
 * Which of some requests are likely the same as a rejected one, or as a customer, by the keys and the rules by which Sales matches its records. It asks
 * Commerce alone, and so it answers whether any map runs or not. `asArrived`: as it would have been answered when they came.
 */
export async function findAlike(tx: Tx, field: AlikeField, ids: readonly string[], asArrived: boolean): Promise<string[]> {
  const asked = await tx.$queryRaw<Asked[]>`
    select c.id, c.submitted_at as "submittedAt", ${factsOf.prospect} from commerce.prospect c where c.id = any(${[...ids]}::uuid[])`
  if (asked.length === 0) return []
  const [{ rules }, found] = await Promise.all([getMatchingRules(tx), candidates(tx, field, asked, asArrived)])
  const sides = asked.map((facts) => ({ kind: "lead" as const, ...matchKeys(facts, rules) }))
  const alike = new Set<string>()
  for (const { at, ...facts } of found) {
    const [one, side] = [asked[at], sides[at]]
    if (!one || !side || alike.has(one.id)) continue
    const { verdict } = scorePair(side, { kind: facts.companyName === null ? "contact" : "lead", ...matchKeys(facts, rules) }, rules)
    if (verdict === "certain" || verdict === "likely") alike.add(one.id)
  }
  return [...alike]
}

async function candidates(tx: Tx, field: AlikeField, asked: readonly Asked[], asArrived: boolean): Promise<Found[]> {
  const { table, isThere, since, facts } = places[field]
  const keys = asked.map(({ id, email, taxId, companyName, submittedAt }, at) => ({
    ...{ at, id, email, tax: taxId, until: asArrived ? submittedAt : null },
    word: tellingWord(companyName ?? ""),
  }))
  return tx.$queryRaw<Found[]>`
    select a.at, ${facts}
    from (
      select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (at int, id uuid, email text, tax text, word text, until timestamptz) limit ${keys.length}::int
    ) a, lateral (
      (select id from ${table} where ${isThere} and email = a.email limit ${most})
      union (select id from ${table} where ${isThere} and tax_id = a.tax limit ${most})
      union (select id from ${table} where ${isThere} and search_text like '%' || a.word || '%' limit ${most})
    ) f join ${table} c on c.id = f.id
    where c.id <> a.id and (a.until is null or ${since} < a.until)`
}

/** The word of a company's name that tells it best: the longest. Null where none tells anything. */
function tellingWord(companyName: string): string | null {
  const words = nameKey(companyName).split(" ").map(fold)
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "")
  return longest.length > 3 ? longest : null
}
