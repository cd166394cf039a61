import type { FieldChange } from "@/lib/platform/audit"
import type { PartyChoice } from "./choice"
import { type Mapping, mapped, type Sources, type Target, type Values } from "./mapping"
import type { KnownAccount, KnownContact, KnownCustomer, KnownOpportunity, World } from "./world"

/** A lead as a conversion reads it: its fields as text, by the keys of `leadSources`. */
export type LeadToPlan = { id: string; version: number; email: string | null; values: Values }

type Settled<Key extends string> = Exclude<PartyChoice<Key>, { make: "share" }>
/** A choice in which shared records are named by their ids. */
export type SettledChoice = {
  account: Settled<string>
  contact: Settled<string>
  opportunity:
    | { make: "create"; opportunities: readonly { topic: string | null; estimatedRevenue: number | null }[] }
    | { make: "attach"; id: string; version: number | null }
    | { make: "skip" }
}

/** A record that is made with some values, or one that exists: what changes of it, and what it says then. */
export type PartyPlan<Known> =
  | { make: "create"; values: Values }
  | { make: "use"; known: Known; changes: readonly FieldChange[]; values: Values }

/** `link` where the customer and its account or contact do not know each other yet. */
export type CustomerPlan =
  | { make: "create"; values: Values }
  | { make: "use"; known: KnownCustomer; changes: readonly FieldChange[]; values: Values; link: boolean }

export type OpportunityPlan =
  | { make: "create"; opportunities: readonly Values[] }
  | { make: "attach"; known: KnownOpportunity }
  | { make: "skip" }

/** Everything that a conversion writes, on both sides. */
export type Plan = {
  account: PartyPlan<KnownAccount>
  contact: PartyPlan<KnownContact>
  organization: CustomerPlan | null
  person: CustomerPlan | null
  opportunity: OpportunityPlan
}

/** What becomes of a lead: mapping × picks, over what stands already. Writes nothing; the desk shows it, the command carries it out. */
export function planConversion(lead: LeadToPlan, choice: SettledChoice, world: World): Plan {
  const { mapping } = world
  const asked: Sources = { lead: lead.values }
  const account = planParty(choice.account, world.accounts, mapped(mapping, "account", asked))
  const contact = planParty(choice.contact, world.contacts, mapped(mapping, "contact", asked))
  const sources: Sources = { lead: lead.values, account: account.values, contact: contact.values }
  return {
    account,
    contact,
    organization: planOrganization(account, sources, world),
    person: planPerson(contact, sources, world),
    opportunity: planOpportunity(choice.opportunity, mapped(mapping, "opportunity", sources), world),
  }
}

/** What an existing record says once the picked fields have taken the request's values. */
function planParty<Known extends { values: Values }>(
  choice: Settled<string>,
  known: ReadonlyMap<string, Known>,
  wanted: Values,
): PartyPlan<Known> {
  const found = choice.make === "use" ? known.get(choice.id) : undefined
  if (choice.make === "create" || !found) return { make: "create", values: wanted }
  const changes = choice.picks.flatMap((field) => changeOf(field, found.values[field] ?? null, wanted[field] ?? null))
  return { make: "use", known: found, changes, values: after(found.values, changes) }
}

const changeOf = (field: string, from: string | null, to: string | null): FieldChange[] => (from === to ? [] : [{ field, from, to }])

const after = (values: Values, changes: readonly FieldChange[]): Values => ({
  ...values,
  ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
})

/** What a customer takes over from its account or contact: the fields that are mapped from one that changed. */
export function carriedOn(
  mapping: Mapping,
  part: "organization" | "person",
  customer: Values,
  party: readonly FieldChange[],
  sources: Sources,
): FieldChange[] {
  const record: Target = part === "organization" ? "account" : "contact"
  const changed = new Set(party.map(({ field }) => `${record}.${field}`))
  const wanted = mapped(mapping, part, sources)
  return Object.entries(mapping.parts[part]).flatMap(([field, source]) =>
    "from" in source && changed.has(source.from) ? changeOf(field, customer[field] ?? null, wanted[field] ?? null) : [],
  )
}

function existing(known: KnownCustomer, changes: readonly FieldChange[], link: boolean): CustomerPlan {
  return { make: "use", known, changes, values: after(known.values, changes), link }
}

function planOrganization(account: PartyPlan<KnownAccount>, sources: Sources, { mapping, maps, customers }: World): CustomerPlan | null {
  const id = account.make === "use" ? account.known.customerId : null
  const known = id ? customers.get(id) : undefined
  const runs = maps.has("accounts_customers")
  if (known && account.make === "use")
    return existing(known, runs ? carriedOn(mapping, "organization", known.values, account.changes, sources) : [], false)
  return runs ? { make: "create", values: mapped(mapping, "organization", sources) } : null
}

function planPerson(contact: PartyPlan<KnownContact>, sources: Sources, world: World): CustomerPlan | null {
  const { mapping, maps, customers, personByEmail } = world
  const runs = maps.has("contacts_customers")
  const own = contact.make === "use" && contact.known.customerId ? customers.get(contact.known.customerId) : undefined
  if (own && contact.make === "use")
    return existing(own, runs ? carriedOn(mapping, "person", own.values, contact.changes, sources) : [], false)
  const sameEmail = customers.get(personByEmail.get(contact.values.email ?? "") ?? "")
  if (sameEmail) return existing(sameEmail, [], sameEmail.salesId === null)
  return runs ? { make: "create", values: mapped(mapping, "person", sources) } : null
}

function planOpportunity(choice: SettledChoice["opportunity"], wanted: Values, world: World): OpportunityPlan {
  if (choice.make === "skip") return { make: "skip" }
  if (choice.make === "attach") {
    const known = world.opportunities.get(choice.id)
    return known ? { make: "attach", known } : { make: "skip" }
  }
  const opportunities = choice.opportunities.map(({ topic, estimatedRevenue }, place) => ({
    ...wanted,
    topic: topic ?? wanted.topic ?? null,
    revenue: estimatedRevenue?.toFixed(2) ?? (place === 0 ? (wanted.revenue ?? null) : null),
  }))
  return { make: "create", opportunities }
}
