import { Prisma, type Tx } from "@/lib/platform/db"
import { companyDomain, nameKey } from "../match-keys"
import { getMatchingRules } from "../matching/get-rules"
import { type Entry, entryOf } from "../matching/keep-entries"
import { keptPartners } from "../matching/kept-partners"
import { type Match, matchEntries } from "../matching/match-entries"
import type { MatchingRules } from "../matching/matching-rules"
import { readFacts } from "../matching/read-facts"
import { inOrder, type Matched, type Matches, readAccounts, readContacts, saysSame } from "./match-lead"

/** So many are compared, as for one lead. */
const compared = 20

/**
 * The same as `matchLead` for many leads at once, in a handful of statements, by the lead's id; of each at most the surest few accounts and contacts. Whose name is alike is read from the pairs
 * that the worker keeps, and searched for only where it has not come to a lead yet; everything is judged as it is now.
 */
export async function matchLeads(tx: Tx, leads: readonly Matched[], most = 6): Promise<Map<string, Matches>> {
  if (leads.length === 0) return new Map()
  const { rules } = await getMatchingRules(tx)
  const entries = leads.map((lead) => entryOf({ ...lead, kind: "lead", isOpen: true }, rules))
  const kept = await keptPartners(
    tx,
    leads.map(({ id }) => id),
  )
  const also = await findFresh(tx, leads, rules)
  for (const [id, partners] of kept) also.get(id)?.unshift(...partners.filter(({ kind }) => kind !== "lead"))
  const found = await matchEntries(tx, "lead", entries, rules, {
    ...{ also, isByKeys: new Set(kept.keys()), kinds: ["account", "contact"], most: 2 * compared },
  })
  const ofKind = (matches: readonly Match[], kind: "account" | "contact") =>
    new Map(
      matches
        .filter(({ candidate }) => candidate.kind === kind)
        .slice(0, most)
        .map((match) => [match.candidate.id, match]),
    )
  const sorted = found.map((matches) => ({ accounts: ofKind(matches, "account"), contacts: ofKind(matches, "contact") }))
  const idsOf = (kind: "accounts" | "contacts") => [...new Set(sorted.flatMap((one) => [...one[kind].keys()]))]
  const [accounts, contacts] = [await readAccounts(tx, idsOf("accounts")), await readContacts(tx, idsOf("contacts"))]
  return new Map(
    leads.map(({ id }, at) => {
      const { accounts: mine = new Map(), contacts: people = new Map() } = sorted[at] ?? {}
      return [
        id,
        {
          accounts: inOrder(mine, accounts, (match) => ({ isSameTaxId: saysSame(match, "taxId") })),
          contacts: inOrder(people, contacts, (match) => ({ isSameEmail: saysSame(match, "email") })),
        },
      ] as const
    }),
  )
}

type Fresh = { at: number; id: string; kind: "account" | "contact" }

/** What the worker may not have come to yet: for each lead the accounts and contacts that are equal to the letter. */
async function findFresh(tx: Tx, leads: readonly Matched[], rules: MatchingRules): Promise<Map<string, Entry[]>> {
  const asked = leads.map(({ companyName, taxId, website, email }, at) => {
    return { at, name: nameKey(companyName), tax: taxId, domain: companyDomain(website, email), email }
  })
  const found = await tx.$queryRaw<Fresh[]>(Prisma.sql`
    select a.at, f.id, f.kind from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (at int, name text, tax text, domain text, email text), lateral (
      (select id, 'account' as kind from sales.account where name_key = a.name order by created_at desc limit ${compared})
      union (select id, 'account' from sales.account where tax_id = a.tax limit ${compared})
      union (select id, 'account' from sales.account where domain = a.domain limit ${compared})
      union (select id, 'contact' from sales.contact where email = a.email)) f`)
  const idsOf = (kind: Fresh["kind"]) => [...new Set(found.flatMap((one) => (one.kind === kind ? one.id : [])))]
  const known = [...(await readFacts(tx, "account", idsOf("account"))), ...(await readFacts(tx, "contact", idsOf("contact")))]
  const byId = new Map(known.map((one) => [one.id, entryOf(one, rules)]))
  const also = new Map<string, Entry[]>(leads.map(({ id }) => [id, []]))
  for (const { at, id } of found) {
    const [entry, lead] = [byId.get(id), leads[at]]
    if (entry && lead) also.get(lead.id)?.push(entry)
  }
  return also
}
