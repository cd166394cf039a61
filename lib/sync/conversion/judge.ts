import type { RecordRef } from "@/lib/platform/audit"
import type { Editable } from "@/lib/platform/editable"
import type { Refusal } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { refusalToAttach } from "@/lib/sales/opportunities/rules"
import type { Worker } from "@/lib/sales/worker"
import { mostOpportunities } from "./choice"
import { targets, type Values } from "./mapping"
import { type LeadToPlan, type Plan, planConversion, type SettledChoice } from "./plan"
import type { World } from "./world"

/** What a conversion is refused for, with the field of the desk that it is about. */
export type ConversionRefusal = Refusal & {
  field?: "leadId" | "accountId" | "contactId" | "opportunityId" | "topic"
  /** The record that was changed since somebody looked at it. */
  stale?: RecordRef
}

const refuse = (message: string, field?: ConversionRefusal["field"]): ConversionRefusal => ({
  code: "conflict",
  message,
  ...(field ? { field } : {}),
})

const personName = ({ firstName, lastName }: Values) => fullName({ firstName: firstName ?? "", lastName: lastName ?? "" })

/** The refusal of a choice that was made over a record which says something else by now; null where nobody looked, or nothing changed. */
export function refusalOfStale(
  seen: number | null,
  version: number,
  record: RecordRef,
  field: ConversionRefusal["field"],
): ConversionRefusal | null {
  if (seen === null || seen === version) return null
  return { ...refuse(`${record.label} was changed while you looked at it. Look at what it says now.`, field), stale: record }
}

/** Why a lead cannot be converted in this way, or null: what is missing or was changed, and what would break "one address, one person". */
export function refusalToConvert(lead: LeadToPlan, choice: SettledChoice, world: World, worker: Worker): ConversionRefusal | null {
  if (!lead.email) return { code: "invalid", message: "This lead has no email address, and a partner signs in by email. Add it first." }
  return (
    refusalOfAccount(choice, world) ??
    refusalOfContact(choice, world) ??
    refusalOfOpportunity(choice, world, worker) ??
    refusalOfValues(lead, choice, world)
  )
}

function refusalOfAccount({ account }: SettledChoice, { accounts }: World): ConversionRefusal | null {
  if (account.make === "create") return null
  const known = accounts.get(account.id)
  if (!known) return { code: "not_found", message: "There is no such account.", field: "accountId" }
  return refusalOfStale(account.version, known.version, { kind: "account", id: known.id, label: known.values.name ?? "" }, "accountId")
}

function refusalOfContact({ contact }: SettledChoice, { contacts }: World): ConversionRefusal | null {
  if (contact.make === "create") return null
  const known = contacts.get(contact.id)
  if (!known) return { code: "not_found", message: "There is no such contact.", field: "contactId" }
  return refusalOfStale(contact.version, known.version, { kind: "contact", id: known.id, label: personName(known.values) }, "contactId")
}

function refusalOfOpportunity({ account, opportunity }: SettledChoice, world: World, worker: Worker): ConversionRefusal | null {
  if (opportunity.make === "skip") return null
  if (opportunity.make === "create") {
    const count = opportunity.opportunities.length
    return count >= 1 && count <= mostOpportunities
      ? null
      : { code: "invalid", message: `A lead becomes one to ${mostOpportunities} opportunities.`, field: "topic" }
  }
  const known = world.opportunities.get(opportunity.id)
  if (!known) return { code: "not_found", message: "There is no such opportunity.", field: "opportunityId" }
  if (account.make !== "use" || account.id !== known.accountId)
    return refuse(
      `${known.topic} belongs to another account. Attach the lead to an opportunity of the account that it uses.`,
      "opportunityId",
    )
  const refused = refusalToAttach(known, worker)
  if (refused) return { ...refused, field: "opportunityId" }
  return refusalOfStale(opportunity.version, known.version, { kind: "opportunity", id: known.id, label: known.topic }, "opportunityId")
}

const emptyField = (part: "account" | "contact" | "opportunity", values: Values): string | null => {
  const missing = Object.entries<Editable>(targets[part]).find(([key, { isRequired }]) => isRequired && !values[key])
  return missing ? missing[1].label.toLowerCase() : null
}

function refusalOfEmpty({ account, contact, opportunity }: Plan): ConversionRefusal | null {
  const parts = [
    { part: "account" as const, plan: account, field: "accountId" as const },
    { part: "contact" as const, plan: contact, field: "contactId" as const },
  ]
  for (const { part, plan, field } of parts) {
    const missing = emptyField(part, plan.values)
    if (!missing) continue
    const name = plan.make === "use" ? (part === "account" ? plan.values.name : personName(plan.values)) : null
    const message = name
      ? `${name} has no ${missing}. Take the request's value.`
      : `The ${part} needs a ${missing}, and the request has none.`
    return { code: "invalid", message, field }
  }
  const isNameless = opportunity.make === "create" && opportunity.opportunities.some((values) => emptyField("opportunity", values))
  return isNameless ? { code: "invalid", message: "Every opportunity needs a topic and a rating.", field: "topic" } : null
}

function refusalOfValues(lead: LeadToPlan, choice: SettledChoice, world: World): ConversionRefusal | null {
  const plan = planConversion(lead, choice, world)
  const empty = refusalOfEmpty(plan)
  if (empty) return empty
  const { contact, person } = plan
  const email = contact.values.email ?? ""
  const other = world.contacts.get(world.contactByEmail.get(email) ?? "")
  if (other && (contact.make === "create" || contact.known.id !== other.id))
    return refuse(`${personName(other.values)} is a contact with this email already. Use the existing contact.`, "contactId")
  if (person?.make !== "use" || !person.changes.some(({ field }) => field === "email")) return null
  if (person.known.signsIn)
    return refuse(
      `Customer ${person.known.number} signs in to the partner portal with its address. Keep it, or create a contact.`,
      "contactId",
    )
  const taken = world.customers.get(world.personByEmail.get(email) ?? "")
  return taken && taken.id !== person.known.id
    ? refuse(`Customer ${taken.number} in Commerce has this email already. Keep the contact's own address.`, "contactId")
    : null
}
