import type { Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { type Entry, phoneTail } from "./keep-entries"
import type { MatchKeys } from "./match-keys"
import type { Signal } from "./matching-rules"
import { nameFragments } from "./name-fragments"
import type { MatchKind } from "./score-pair"

/** Who is compared: a record, or somebody who is none yet, such as a row of a file. */
export type Asked = MatchKeys & { id?: string }
export type Candidate = Entry
export type Found = { candidates: Candidate[]; crowded: ReadonlySet<Signal> }

/** By one key no more are looked at of each kind; a key that brings so many tells little by itself. */
const most = 24

type Row = Candidate & { place_: number; via: string[] }

/**
 * For each of those asked, the records of some kinds that may be the same: who share a mailbox, a domain, a phone, a tax ID, an address, a person's name, or whose
 * company is called alike. At most a hundred or two, whatever the size of the house. What somebody said is not the same is not among them. For those in `isByKeys`, whose
 * likely partners the caller knows, names that are only alike are not searched for, which is what takes long.
 */
export async function findCandidates(
  tx: Tx,
  asked: readonly Asked[],
  kinds: readonly MatchKind[],
  isByKeys: ReadonlySet<string> = new Set(),
): Promise<Found[]> {
  if (asked.length === 0) return []
  const rows = asked.map((one, at) => ({
    at,
    id: one.id ?? newId(),
    name: one.nameKey,
    parts: one.id && isByKeys.has(one.id) ? [] : nameFragments(one.nameKey).map((fragment) => `%${fragment}%`),
    person: one.personKey,
    email: one.email,
    domains: [one.siteDomain, one.mailDomain].filter((domain, place, all) => domain !== null && all.indexOf(domain) === place),
    phone: phoneTail(one.phone),
    tax: one.taxId,
    place: one.place,
  }))
  const found = await tx.$queryRaw<Row[]>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (at int, id uuid, name text, parts jsonb, person text, email text, domains jsonb, phone text, tax text, place text)
    ), found as materialized (
      select a.at, a.id as asked_id, c.id, array_agg(distinct c.via) as via
      from asked a cross join lateral sales.match_candidates(a.id, ${[...kinds]}::sales.match_kind[], a.name,
        array(select jsonb_array_elements_text(a.parts)), a.person, a.email,
        array(select jsonb_array_elements_text(a.domains)), a.phone, a.tax, a.place, ${most}::int) c
      group by 1, 2, 3
    )
    select f.at as place_, f.via, e.id, e.kind::text as kind, e.is_open as "isOpen", e.name_key as "nameKey", e.person_key as "personKey", e.email,
      e.site_domain as "siteDomain", e.mail_domain as "mailDomain", e.phone, e.tax_id as "taxId", e.country, e.postal, e.place
    from found f join sales.match_entry e on e.id = f.id
    where not exists (select 1 from sales.not_the_same n where n.first_id = least(f.asked_id, f.id) and n.second_id = greatest(f.asked_id, f.id))`
  const all = asked.map(() => ({ candidates: [] as Candidate[], seen: new Map<string, number>() }))
  for (const { place_, via, ...entry } of found) {
    const here = all[place_]
    here?.candidates.push(entry)
    for (const by of via) here?.seen.set(`${by} ${entry.kind}`, (here.seen.get(`${by} ${entry.kind}`) ?? 0) + 1)
  }
  return all.map(({ candidates, seen }) => ({ candidates, crowded: crowdedIn(seen) }))
}

const mayBeCrowded = ["domain", "phone", "address", "name", "person"] as const

const crowdedIn = (seen: ReadonlyMap<string, number>): Set<Signal> =>
  new Set(mayBeCrowded.filter((signal) => ["lead", "account", "contact"].some((kind) => (seen.get(`${signal} ${kind}`) ?? 0) >= most - 1)))
