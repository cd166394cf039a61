import { type ChangedCustomer, customerColumns } from "@/lib/commerce/customers/change-customers"
import type { FieldChange } from "@/lib/platform/audit"
import type { Editables } from "@/lib/platform/editable"
import { accountKeys, columnsOf, contactKeys } from "@/lib/sales/leads/conversion-rows"
import type { Changed, ChangedRow } from "@/lib/sales/leads/write-conversion"
import type { GrowingWorld } from "./find-world"
import { targets } from "./mapping"
import type { CustomerPlan } from "./plan"
import { isTouched, knowsPerson } from "./plan-batch"
import type { Numbered } from "./write-plans"

/** What a plan found in the columns that it changes, by the record's id: what Undo puts back. */
type Before = Map<string, Record<string, unknown>>
type Rows = {
  accounts: Map<string, Changed>
  contacts: Map<string, Changed>
  customers: Map<string, ChangedCustomer>
  opportunities: Map<string, ChangedRow>
}

const stood = (editables: Editables, changes: readonly FieldChange[]) =>
  Object.fromEntries(changes.map(({ field, from }) => [editables[field]?.column ?? field, from]))

const touches = (changes: readonly FieldChange[], fields: readonly string[]) => changes.some(({ field }) => fields.includes(field))
const names = ["name", "firstName", "lastName"]

/**
 * The rows that exist as they are to be after all plans, each to be written once, and for each plan what it found. Two plans may change one
 * account: the second finds what the first left.
 */
export function changesOf(plans: readonly Numbered[], world: GrowingWorld) {
  const rows: Rows = { accounts: new Map(), contacts: new Map(), customers: new Map(), opportunities: new Map() }
  const before = new Map(plans.map((one) => [one.lead.id, changeFor(one, rows, world)]))
  return {
    accounts: [...rows.accounts.values()],
    contacts: [...rows.contacts.values()],
    customers: [...rows.customers.values()],
    opportunities: [...rows.opportunities.values()],
    before,
  }
}

function changeFor(one: Numbered, rows: Rows, world: GrowingWorld): Before {
  const { plan, ids } = one
  const before: Before = new Map()
  changeAccount(one, rows, world, before)
  changeContact(one, rows, world, before)
  changeCustomer("organization", plan.organization, ids.account, rows, before)
  changeCustomer("person", plan.person, ids.contact, rows, before)
  if (plan.opportunity.make === "attach") {
    const { id, version } = plan.opportunity.known
    before.set(id, {})
    rows.opportunities.set(id, { id, seen: rows.opportunities.get(id)?.seen ?? version, version: version + 1 })
  }
  return before
}

const numberOf = (world: GrowingWorld, customerId: string | null) => (customerId && world.customers.get(customerId)?.number) || null

function changeAccount(
  { plan: { account, organization }, ...one }: Numbered,
  { accounts }: Rows,
  world: GrowingWorld,
  before: Before,
): void {
  if (account.make !== "use" || !isTouched(account, organization)) return
  const { id, version, customerId } = account.known
  const last = accounts.get(id)
  const stoodKeys = world.accountKeys.get(id)
  const found = last
    ? { domain: last.domain, nameKey: last.name_key, searchText: last.search_text }
    : { domain: stoodKeys?.domain, nameKey: stoodKeys?.nameKey, searchText: stoodKeys?.searchText }
  const { domain, ...keys } = accountKeys(account.values, account.values.email ?? null, one.organization?.number ?? null)
  before.set(id, { ...stood(targets.account, account.changes), ...found, customerId, customerNumber: numberOf(world, customerId) })
  accounts.set(id, {
    id,
    seen: last?.seen ?? version,
    version: version + 1,
    ...columnsOf(targets.account, account.values),
    ...keys,
    domain: touches(account.changes, ["website"]) ? domain : found.domain,
    customer_id: one.organization?.id ?? null,
    customer_number: one.organization?.number ?? null,
    isRenamed: (last?.isRenamed ?? false) || touches(account.changes, names),
  })
}

function changeContact({ plan, ...one }: Numbered, { contacts }: Rows, world: GrowingWorld, before: Before): void {
  const { contact } = plan
  if (contact.make !== "use" || !isTouched(contact, plan.person)) return
  const { id, version, customerId } = contact.known
  const last = contacts.get(id)
  const found = world.contactKeys.get(id)
  const person = knowsPerson(plan) ? one.person : null
  const searchText = last?.search_text ?? found?.searchText
  before.set(id, { ...stood(targets.contact, contact.changes), searchText, customerId, customerNumber: numberOf(world, customerId) })
  contacts.set(id, {
    id,
    seen: last?.seen ?? version,
    version: version + 1,
    ...columnsOf(targets.contact, contact.values),
    ...contactKeys(contact.values, found?.accountName ?? null, person?.number ?? null),
    customer_id: person?.id ?? null,
    customer_number: person?.number ?? null,
    isRenamed: (last?.isRenamed ?? false) || touches(contact.changes, [...names, "email"]),
  })
}

function changeCustomer(
  type: "organization" | "person",
  plan: CustomerPlan | null,
  counterpartId: string,
  { customers }: Rows,
  before: Before,
): void {
  if (plan?.make !== "use" || (plan.changes.length === 0 && !plan.link)) return
  const { id, version, values, salesId } = plan.known
  const last = customers.get(id)
  const { name, search_text: searchText } = customerColumns(type, values)
  before.set(id, { ...stood(targets[type], plan.changes), name, searchText, salesId })
  customers.set(id, {
    id,
    seen: last?.seen ?? version,
    version: version + 1,
    ...customerColumns(type, plan.values),
    sales_id: plan.link ? counterpartId : salesId,
    isRenamed: (last?.isRenamed ?? false) || touches(plan.changes, names),
  })
}
