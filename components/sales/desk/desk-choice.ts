import { type DeskView, worldOf } from "@/lib/sync/conversion/desk"
import { refusalToConvert } from "@/lib/sync/conversion/judge"
import { mapped } from "@/lib/sync/conversion/mapping"
import { type Plan, planConversion, type SettledChoice } from "@/lib/sync/conversion/plan"
import type { KnownAccount, KnownContact, KnownOpportunity } from "@/lib/sync/conversion/world"
import { fieldsToFill } from "./desk-rows"

export type Made = "create" | "existing"
export type TypedOpportunity = { key: number; topic: string; revenue: string }

/** What a seller has chosen on the decision desk. */
export type DeskChoice = {
  account: Made
  /** Which of the accounts that match is looked at, by id; null where none does. */
  accountId: string | null
  contact: Made
  contactId: string | null
  /** The fields that take the request's value, by the record that has them. */
  picks: Readonly<Record<string, readonly string[]>>
  opportunity: "create" | "attach" | "skip"
  opportunityId: string | null
  opportunities: readonly TypedOpportunity[]
}

/** The contacts to choose from while an account is looked at: those like the person, then those who work there. */
export function contactsFor({ contacts, known }: DeskView, accountId: string | null) {
  const works = new Set(known.contacts.filter((contact) => contact.accountId === accountId).map(({ id }) => id))
  return contacts.filter(({ id, verdict }) => verdict !== null || works.has(id))
}

const find = <Known extends { id: string }>(list: readonly Known[], id: string | null): Known | null =>
  list.find((one) => one.id === id) ?? null

/** The account, contact and open opportunities that are looked at. */
export function lookedAt({ known }: DeskView, { accountId, contactId, account }: DeskChoice) {
  const open: readonly KnownOpportunity[] = account === "existing" ? known.opportunities.filter((one) => one.accountId === accountId) : []
  return {
    account: find<KnownAccount>(known.accounts, accountId),
    contact: find<KnownContact>(known.contacts, contactId),
    open,
  }
}

/** The choice to begin with: what is the same beyond doubt is used, and what it lacks is filled. */
export function firstChoice(desk: DeskView): DeskChoice {
  const [account] = desk.accounts
  const contact = contactsFor(desk, account?.id ?? null)[0]
  const wanted = mapped(desk.mapping, "opportunity", { lead: desk.lead.values })
  return {
    account: account?.verdict === "certain" ? "existing" : "create",
    accountId: account?.id ?? null,
    contact: contact?.verdict === "certain" ? "existing" : "create",
    contactId: contact?.id ?? null,
    picks: {},
    opportunity: "create",
    opportunityId: null,
    opportunities: [{ key: 0, topic: wanted.topic ?? "", revenue: wanted.revenue ?? "" }],
  }
}

/** A choice over a desk that was read again: what is not there any more is looked at no longer. */
export function stillThere(desk: DeskView, choice: DeskChoice): DeskChoice {
  const accountId = desk.accounts.some(({ id }) => id === choice.accountId) ? choice.accountId : (desk.accounts[0]?.id ?? null)
  const contacts = contactsFor(desk, accountId)
  const contactId = contacts.some(({ id }) => id === choice.contactId) ? choice.contactId : (contacts[0]?.id ?? null)
  const there: DeskChoice = {
    ...choice,
    accountId,
    contactId,
    account: accountId === null || accountId !== choice.accountId ? "create" : choice.account,
    contact: contactId === null || contactId !== choice.contactId ? "create" : choice.contact,
  }
  return choice.opportunity === "attach" && lookedAt(desk, there).open.length === 0 ? { ...there, opportunity: "create" } : there
}

/** The fields of an existing record that take the request's value: as picked, or else those that it lacks. */
export function picksOf(desk: DeskView, choice: DeskChoice, part: "account" | "contact"): readonly string[] {
  const record = lookedAt(desk, choice)[part]
  if (!record) return []
  return choice.picks[record.id] ?? fieldsToFill(desk, part, record.values)
}

/** The choice as conversions are planned by. */
export function settled(desk: DeskView, choice: DeskChoice): SettledChoice {
  const { account, contact, open } = lookedAt(desk, choice)
  const use = (made: Made, record: { id: string; version: number } | null, part: "account" | "contact") =>
    made === "existing" && record
      ? { make: "use" as const, id: record.id, version: record.version, picks: picksOf(desk, choice, part) }
      : { make: "create" as const }
  const joined = find(open, choice.opportunityId) ?? open[0]
  return {
    account: use(choice.account, account, "account"),
    contact: use(choice.contact, contact, "contact"),
    opportunity:
      choice.opportunity === "create"
        ? {
            make: "create",
            opportunities: choice.opportunities.map(({ topic }) => ({ topic: topic.trim() || null, estimatedRevenue: null })),
          }
        : choice.opportunity === "attach" && joined
          ? { make: "attach", id: joined.id, version: joined.version }
          : { make: "skip" },
  }
}

/** What the choice comes to, and why it cannot be done in this way, or null. */
export function foresee(desk: DeskView, choice: DeskChoice): { plan: Plan; refusal: string | null } {
  const [asked, world] = [settled(desk, choice), worldOf(desk)]
  const nameless = choice.opportunity === "create" && choice.opportunities.some(({ topic }, place) => place > 0 && !topic.trim())
  const refusal = refusalToConvert(desk.lead, asked, world, desk.worker)?.message ?? (nameless ? "Every opportunity needs a topic." : null)
  return { plan: planConversion(desk.lead, asked, world), refusal }
}

/** The choice as the form sends it. */
export function hiddenFields(desk: DeskView, choice: DeskChoice): Record<string, string> {
  const { account, contact, opportunity } = settled(desk, choice)
  const used = (prefix: string, party: typeof account): Record<string, string> =>
    party.make === "use"
      ? { [`${prefix}Id`]: party.id, [`${prefix}Version`]: String(party.version), [`${prefix}Picks`]: party.picks.join(",") }
      : {}
  return {
    leadId: desk.lead.id,
    version: String(desk.lead.version),
    seenAt: desk.seenAt,
    ...used("account", account),
    ...used("contact", contact),
    opportunity: opportunity.make,
    ...(opportunity.make === "attach" ? { opportunityId: opportunity.id, opportunityVersion: String(opportunity.version) } : {}),
  }
}
