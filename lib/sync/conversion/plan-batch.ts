import { newId } from "@/lib/platform/ids"
import type { Worker } from "@/lib/sales/worker"
import type { Choice, PartyChoice } from "./choice"
import type { GrowingWorld } from "./find-world"
import { type ConversionRefusal, refusalToConvert } from "./judge"
import { type CustomerPlan, type LeadToPlan, type PartyPlan, type Plan, planConversion, type SettledChoice } from "./plan"
import type { KnownCustomer } from "./world"

/** The ids of everything that a plan makes or uses. */
export type PlanIds = { account: string; contact: string; organization: string | null; person: string | null; opportunities: string[] }
export type Planned = { lead: LeadToPlan; plan: Plan; ids: PlanIds }
export type Asked = { lead: LeadToPlan; choice: Choice }

/**
 * Plans conversions one after the other, as if each saw what those before it did: two leads of one person get one contact. One that
 * is refused does not stand in the way of the others. The world grows by what is planned.
 */
export function planBatch(asked: readonly Asked[], world: GrowingWorld, worker: Worker): Map<string, Planned | ConversionRefusal> {
  const results = new Map<string, Planned | ConversionRefusal>()
  const byLead = new Map(asked.map((one) => [one.lead.id, one]))
  const begun = new Set<string>()

  const shared = (leadId: string, part: "account" | "contact"): string | null => {
    const other = byLead.get(leadId)
    if (other && !begun.has(leadId)) planOne(other)
    const result = results.get(leadId)
    return result && "plan" in result ? result.ids[part] : null
  }
  const settle = <Key extends string>(choice: PartyChoice<Key>, part: "account" | "contact") => {
    if (choice.make !== "share") return choice
    const id = shared(choice.leadId, part)
    return id ? { make: "use" as const, id, picks: [], version: null } : null
  }
  const planOne = ({ lead, choice }: Asked): void => {
    begun.add(lead.id)
    const account = settle(choice.account, "account")
    const contact = settle(madeBefore(lead, choice, world) ?? choice.contact, "contact")
    if (!account || !contact) {
      results.set(lead.id, {
        code: "conflict",
        message: `The lead whose ${account ? "contact" : "account"} it was to share is not qualified.`,
      })
      return
    }
    const settled: SettledChoice = { account, contact, opportunity: choice.opportunity }
    const refusal = refusalToConvert(lead, settled, world, worker)
    results.set(lead.id, refusal ?? carryOut(lead, planConversion(lead, settled, world), world))
  }
  for (const one of asked) if (!begun.has(one.lead.id)) planOne(one)
  return results
}

/** The contact that another lead of the batch makes for the same address. */
function madeBefore({ email }: LeadToPlan, { contact }: Choice, { contacts, contactByEmail }: GrowingWorld) {
  const known = contact.make === "create" ? contacts.get(contactByEmail.get(email ?? "") ?? "") : undefined
  return known?.isNew ? { make: "use" as const, id: known.id, picks: [], version: null } : null
}

const idOf = (party: PartyPlan<{ id: string }> | CustomerPlan): string => (party.make === "use" ? party.known.id : newId())

/** Gives ids to what a plan makes, and lets the world know of it. */
function carryOut(lead: LeadToPlan, plan: Plan, world: GrowingWorld): Planned {
  const ids: PlanIds = {
    account: idOf(plan.account),
    contact: idOf(plan.contact),
    organization: plan.organization && idOf(plan.organization),
    person: plan.person && idOf(plan.person),
    opportunities:
      plan.opportunity.make === "create"
        ? plan.opportunity.opportunities.map(() => newId())
        : plan.opportunity.make === "attach"
          ? [plan.opportunity.known.id]
          : [],
  }
  const { account, contact, organization, person, opportunity } = plan
  world.accounts.set(ids.account, {
    id: ids.account,
    values: account.values,
    customerId: ids.organization,
    isNew: account.make === "create" || account.known.isNew,
    version: versionAfter(account, isTouched(account, organization)),
  })
  world.contacts.set(ids.contact, {
    id: ids.contact,
    values: contact.values,
    accountId: contact.make === "create" ? ids.account : contact.known.accountId,
    customerId: knowsPerson(plan) ? ids.person : contact.make === "use" ? contact.known.customerId : null,
    isNew: contact.make === "create" || contact.known.isNew,
    version: versionAfter(contact, isTouched(contact, person)),
  })
  if (contact.values.email) world.contactByEmail.set(contact.values.email, ids.contact)
  if (organization) world.customers.set(ids.organization ?? "", customerAfter(ids.organization ?? "", organization, ids.account))
  if (person) {
    world.customers.set(ids.person ?? "", customerAfter(ids.person ?? "", person, ids.contact))
    if (person.values.email) world.personByEmail.set(person.values.email, ids.person ?? "")
  }
  if (opportunity.make === "attach")
    world.opportunities.set(opportunity.known.id, { ...opportunity.known, version: opportunity.known.version + 1 })
  return { lead, plan, ids }
}

/** Whether a conversion writes an account or contact that exists: fields that were picked, or the number of a customer that it has now. */
export const isTouched = (party: Plan["account"] | Plan["contact"], customer: CustomerPlan | null): boolean =>
  party.make === "use" && (party.changes.length > 0 || customer?.make === "create" || (customer?.make === "use" && customer.link))

/** Whether the customer of type Person is the counterpart of the contact, and not just somebody with the same address. */
export const knowsPerson = ({ contact, person }: Plan): boolean =>
  person !== null && (person.make === "create" || person.link || (contact.make === "use" && contact.known.customerId === person.known.id))

const versionAfter = (party: PartyPlan<{ version: number }>, touched: boolean): number =>
  party.make === "create" ? 1 : party.known.version + (touched ? 1 : 0)

function customerAfter(id: string, plan: CustomerPlan, salesId: string): KnownCustomer {
  if (plan.make === "create")
    return { id, values: plan.values, number: null, status: "provisional", salesId, signsIn: false, isNew: true, version: 1 }
  const { known, link, changes, values } = plan
  return { ...known, values, salesId: link ? salesId : known.salesId, version: known.version + (link || changes.length > 0 ? 1 : 0) }
}
