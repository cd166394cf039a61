import type { Tx } from "@/lib/platform/db"
import type { Candidate } from "./find-candidates"
import { mostMatches } from "./match-entries"

/** Those with whom records make a pair already: found from the one end or the other, or by a key that has changed since. */
export async function partnersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Candidate[]>> {
  const rows = await tx.$queryRaw<(Candidate & { of: string })[]>`
    select p.of, e.id, e.kind::text as kind, e.is_open as "isOpen", e.name_key as "nameKey", e.person_key as "personKey", e.email, e.site_domain as "siteDomain",
      e.mail_domain as "mailDomain", e.phone, e.tax_id as "taxId", e.country, e.postal, e.place
    from (
      select first_id as of, second_id as other from sales.match_pair where first_id = any(${[...ids]}::uuid[])
      union all select second_id, first_id from sales.match_pair where second_id = any(${[...ids]}::uuid[])
    ) p join sales.match_entry e on e.id = p.other`
  const partners = new Map<string, Candidate[]>()
  for (const { of, ...candidate } of rows) partners.set(of, [...(partners.get(of) ?? []), candidate])
  return partners
}

/**
 * Of some leads those that the worker has compared as they are now, with whom they make a pair: whoever looks at many of them need not search for names that
 * are alike. Left out are those that are due, those that have as many pairs as are kept at most, and all while the house is compared anew.
 */
export async function keptPartners(tx: Tx, leadIds: readonly string[]): Promise<Map<string, Candidate[]>> {
  const settled = await tx.$queryRaw<{ id: string }[]>`
    select e.id from sales.match_entry e
    where e.id = any(${[...leadIds]}::uuid[]) and exists (select 1 from sales.match_sweep where id = 1 and finished_at is not null)
      and not exists (select 1 from sales.match_due d where d.record_id = e.id)`
  const ids = settled.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const partners = await partnersOf(tx, ids)
  const kept = ids.map((id) => [id, partners.get(id) ?? []] as const)
  return new Map(kept.filter(([, pairs]) => pairs.length < mostMatches))
}
