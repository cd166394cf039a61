import { Prisma, type Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { companyDomain, nameKey } from "../match-keys"
import { getMatchingRules } from "../matching/get-rules"
import { entryOf } from "../matching/keep-entries"
import { type Match, matchEntries } from "../matching/match-entries"
import type { MatchFacts } from "../matching/match-keys"
import type { Verdict } from "../matching/matching-rules"
import { readFacts } from "../matching/read-facts"
import { reasonWords } from "../matching/reason-words"

/** How sure a match is, and why, in words; `score` is 0–100. */
type Judgement = { score: number; verdict: Verdict; reasons: string[] }

export type AccountMatch = Judgement & {
  id: string
  name: string
  city: string | null
  country: string | null
  taxId: string | null
  website: string | null
  phone: string | null
  customerId: string | null
  customerNumber: string | null
  /** The same tax ID in the same country: it is this legal entity. */
  isSameTaxId: boolean
}
export type ContactMatch = Judgement & {
  id: string
  name: string
  email: string | null
  accountId: string | null
  accountName: string | null
  customerNumber: string | null
  /** The same address: a second contact could not have it. */
  isSameEmail: boolean
}
export type Matches = { accounts: AccountMatch[]; contacts: ContactMatch[] }

export type Matched = MatchFacts & { id: string; companyName: string }

const most = 20

/** Accounts and contacts that may be the lead's company and person, each with its reasons in words, the surest first. What was said not to be the same is left out. */
export async function matchLead(tx: Tx, lead: Matched): Promise<Matches> {
  const [{ rules }, fresh] = await Promise.all([getMatchingRules(tx), findFresh(tx, lead)])
  const entry = entryOf({ ...lead, kind: "lead", isOpen: true }, rules)
  const also = new Map([[lead.id, fresh.map((known) => entryOf(known, rules))]])
  const [matches = []] = await matchEntries(tx, "lead", [entry], rules, { also, kinds: ["account", "contact"], most: 2 * most })
  const ofKind = (kind: "account" | "contact") =>
    new Map(
      matches
        .filter(({ candidate }) => candidate.kind === kind)
        .slice(0, most)
        .map((match) => [match.candidate.id, match]),
    )
  const [accounts, contacts] = [ofKind("account"), ofKind("contact")]
  const [shownAccounts, shownContacts] = await Promise.all([readAccounts(tx, [...accounts.keys()]), readContacts(tx, [...contacts.keys()])])
  return {
    accounts: inOrder(accounts, shownAccounts, (match) => ({ isSameTaxId: saysSame(match, "taxId") })),
    contacts: inOrder(contacts, shownContacts, (match) => ({ isSameEmail: saysSame(match, "email") })),
  }
}

export const saysSame = ({ reasons }: Match, asked: string): boolean =>
  reasons.some(({ signal, says }) => signal === asked && says === "same")

export function inOrder<Shown extends { id: string }, More>(
  matches: ReadonlyMap<string, Match>,
  shown: readonly Shown[],
  more: (match: Match) => More,
) {
  const byId = new Map(shown.map((one) => [one.id, one]))
  return [...matches].flatMap(([id, match]) => {
    const { score, verdict, reasons } = match
    const one = byId.get(id)
    return one && verdict ? [{ ...one, score, verdict, reasons: reasons.map(reasonWords), ...more(match) }] : []
  })
}

/** What the worker may not have come to yet: accounts and contacts that are equal to the letter. */
async function findFresh(tx: Tx, { companyName, taxId, website, email }: Matched) {
  const [key, domain] = [nameKey(companyName), companyDomain(website, email)]
  const found = await tx.$queryRaw<{ id: string; kind: "account" | "contact" }[]>(Prisma.sql`
    (select id, 'account' as kind from sales.account where name_key = ${key} order by created_at desc limit ${most})
    union (select id, 'account' from sales.account where tax_id = ${taxId} limit ${most})
    union (select id, 'account' from sales.account where domain = ${domain} limit ${most})
    union (select id, 'contact' from sales.contact where email = ${email})`)
  const idsOf = (kind: "account" | "contact") => found.flatMap((one) => (one.kind === kind ? one.id : []))
  const known = await Promise.all([readFacts(tx, "account", idsOf("account")), readFacts(tx, "contact", idsOf("contact"))])
  return known.flat()
}

export async function readAccounts(tx: Tx, ids: string[]) {
  return tx.account.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      taxId: true,
      website: true,
      phone: true,
      city: true,
      country: true,
      customerId: true,
      customerNumber: true,
    },
  })
}

export async function readContacts(tx: Tx, ids: string[]) {
  const contacts = await tx.contact.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      accountId: true,
      customerNumber: true,
      account: { select: { name: true } },
    },
  })
  return contacts.map(({ firstName, lastName, account, ...contact }) => ({
    ...contact,
    name: fullName({ firstName, lastName }),
    accountName: account?.name ?? null,
  }))
}
