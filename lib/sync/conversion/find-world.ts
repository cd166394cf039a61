import type { Tx } from "@/lib/platform/db"
import { fieldTexts } from "@/lib/platform/editable"
import { statement } from "@/lib/platform/statement"
import type { MapKey } from "@/prisma/generated/enums"
import type { Choice } from "./choice"
import { targets } from "./mapping"
import { newestMappingSql, readMapping, type StoredMapping } from "./stored-mapping"
import type { KnownAccount, KnownContact, KnownCustomer, KnownOpportunity, World } from "./world"

type Mutable<Held> = Held extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : Held
/** A world that grows while a batch is planned. */
export type GrowingWorld = { [Part in keyof World]: Mutable<World[Part]> } & {
  accountKeys: ReadonlyMap<string, { domain: string | null; nameKey: string; searchText: string; createdAt: Date }>
  contactKeys: ReadonlyMap<string, { searchText: string; accountName: string | null }>
}

type Stand = {
  mapping: StoredMapping | null
  maps: MapKey[]
  contacts: { id: string; email: string }[] | null
  people: { id: string; email: string }[] | null
}

/** In one round trip: how fields are mapped, which maps run, and who has the addresses of the leads already, on either side. */
const stand = statement<Stand>(`
  select ${newestMappingSql} as mapping, array(select key::text from platform.table_map where state = 'running') as maps,
    (select jsonb_agg(jsonb_build_object('id', id, 'email', email)) from sales.contact where email = any($1::text[])) as contacts,
    (select jsonb_agg(jsonb_build_object('id', id, 'email', email)) from commerce.customer
      where type = 'person' and status <> 'archived' and email = any($1::text[])) as people`)

/** What conversions may use: the addresses of their leads, and records by their ids. */
export type Wanted = { emails: string[]; accounts: string[]; contacts: string[]; opportunities: string[] }

const idsOf = (choices: (Choice["account"] | Choice["contact"])[]) => choices.flatMap((one) => (one.make === "use" ? [one.id] : []))

/** What some conversions use. */
export const wantedBy = (asked: readonly { email: string | null; choice: Choice }[]): Wanted => ({
  emails: [...new Set(asked.flatMap(({ email }) => email ?? []))],
  accounts: idsOf(asked.map(({ choice }) => choice.account)),
  contacts: idsOf(asked.map(({ choice }) => choice.contact)),
  opportunities: asked.flatMap(({ choice: { opportunity } }) => (opportunity.make === "attach" ? [opportunity.id] : [])),
})

/**
 * What stands on both sides of some conversions. The accounts, contacts and opportunities that are used are locked until commit (`isToWrite`),
 * in one order for everybody, so that what is judged is what is written.
 */
export async function findWorld(tx: Tx, wanted: Wanted, isToWrite: boolean): Promise<GrowingWorld> {
  const { emails } = wanted
  const [found] = await stand(tx, [emails])
  if (!found) throw new Error("A select without a table answered with no row")
  const { maps, contacts: sameEmail, people } = found
  const used = { ...wanted, contacts: [...wanted.contacts, ...(sameEmail ?? []).map(({ id }) => id)] }
  if (isToWrite) await lock(tx, used)
  const { known: accounts, keys: accountKeys } = await knownAccounts(tx, used.accounts)
  const { known: contacts, keys: contactKeys } = await knownContacts(tx, used.contacts)
  const known = [...accounts, ...contacts].flatMap(({ customerId }) => customerId ?? [])
  const ownEmails = contacts.flatMap(({ values: { email } }) => (email && !emails.includes(email) ? [email] : []))
  const peopleOfOwn = ownEmails.length > 0 ? ((await stand(tx, [ownEmails]))[0]?.people ?? []) : []
  const persons = [...(people ?? []), ...peopleOfOwn]
  return {
    mapping: readMapping(found.mapping),
    maps: new Set(maps),
    accounts: byId(accounts),
    contacts: byId(contacts),
    customers: byId(await knownCustomers(tx, [...known, ...persons.map(({ id }) => id)])),
    opportunities: byId(await knownOpportunities(tx, used.opportunities)),
    contactByEmail: new Map((sameEmail ?? []).map(({ email, id }) => [email, id])),
    personByEmail: new Map(persons.map(({ email, id }) => [email, id])),
    accountKeys,
    contactKeys,
  }
}

const byId = <Known extends { id: string }>(list: Known[]): Map<string, Known> => new Map(list.map((one) => [one.id, one]))

const lockUsed = statement<{ id: string }>(`
  with account as (select id from sales.account where id = any($1::uuid[]) order by id for no key update),
    contact as (select id from sales.contact where id = any($2::uuid[]) order by id for no key update),
    opportunity as (select id from sales.opportunity where id = any($3::uuid[]) order by id for no key update)
  select id from account union all select id from contact union all select id from opportunity`)

async function lock(tx: Tx, { accounts, contacts, opportunities }: { accounts: string[]; contacts: string[]; opportunities: string[] }) {
  if (accounts.length + contacts.length + opportunities.length > 0) await lockUsed(tx, [accounts, contacts, opportunities])
}

async function knownAccounts(tx: Tx, ids: string[]) {
  const rows = ids.length > 0 ? await tx.account.findMany({ where: { id: { in: ids } } }) : []
  return {
    known: rows.map((row): KnownAccount => {
      const { id, version, customerId } = row
      return { id, version, customerId, values: fieldTexts(targets.account, row), isNew: false }
    }),
    keys: new Map(rows.map(({ id, domain, nameKey, searchText, createdAt }) => [id, { domain, nameKey, searchText, createdAt }])),
  }
}

async function knownContacts(tx: Tx, ids: string[]) {
  const rows =
    ids.length > 0 ? await tx.contact.findMany({ where: { id: { in: ids } }, include: { account: { select: { name: true } } } }) : []
  return {
    known: rows.map((row): KnownContact => {
      const { id, version, customerId, accountId } = row
      return { id, version, customerId, accountId, values: fieldTexts(targets.contact, row), isNew: false }
    }),
    keys: new Map(rows.map(({ id, searchText, account }) => [id, { searchText, accountName: account?.name ?? null }])),
  }
}

async function knownCustomers(tx: Tx, ids: string[]): Promise<KnownCustomer[]> {
  if (ids.length === 0) return []
  const rows = await tx.customer.findMany({
    where: { id: { in: ids } },
    omit: { searchText: true },
    include: { memberships: { where: { removedAt: null }, take: 1, select: { id: true } } },
  })
  return rows.map(({ id, version, number, status, salesId, type, memberships, ...row }) => ({
    id,
    version,
    number,
    status,
    salesId,
    signsIn: memberships.length > 0,
    values: fieldTexts<string>(targets[type], row),
    isNew: false,
  }))
}

async function knownOpportunities(tx: Tx, ids: string[]): Promise<KnownOpportunity[]> {
  if (ids.length === 0) return []
  const select = {
    id: true,
    version: true,
    topic: true,
    accountId: true,
    state: true,
    stage: true,
    ownerId: true,
    ownerName: true,
  } as const
  return tx.opportunity.findMany({ where: { id: { in: ids } }, select })
}
