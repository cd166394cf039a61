import type { Editable, Editables, FieldText } from "@/lib/platform/editable"
import { accountEditables } from "../accounts/editables"
import { contactEditables } from "../contacts/editables"
import { companyDomain, nameKey } from "../match-keys"
import { opportunityEditables } from "../opportunities/editables"
import { accountSearchText, contactSearchText, opportunitySearchText } from "../search-texts"

/** The values of a record by the keys of its editable fields, as text. */
type Values = Readonly<Record<string, FieldText>>
type Counterpart = { id: string; number: string } | null
type Owner = { id: string | null; name: string | null }

/** What every record that a conversion makes says of where it comes from. */
export type Origin = { leadId: string; leadEmail: string | null; owner: Owner; now: Date }

const snake = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Values as the columns of a row that is written as JSON. */
export function columnsOf(editables: Editables, values: Values): Record<string, FieldText | number | boolean> {
  return Object.fromEntries(
    Object.entries<Editable>(editables).map(([key, { column, kind }]) => {
      const text = values[key] ?? null
      if (text === null) return [snake(column), null]
      return [snake(column), kind === "percent" ? Number(text) : kind === "yes-no" ? text === "yes" : text]
    }),
  )
}

const numbered = (customer: Counterpart) => ({ customer_id: customer?.id ?? null, customer_number: customer?.number ?? null })
const owned = (owner: Owner) => ({ owner_id: owner.id, owner_name: owner.name })

/** What an account is found and matched by. A domain that came from its lead's email stays until a website says otherwise. */
export const accountKeys = (values: Values, email: string | null, customerNumber: string | null) => ({
  domain: companyDomain(values.website ?? null, email),
  name_key: nameKey(values.name ?? ""),
  search_text: accountSearchText({
    name: values.name ?? "",
    phone: values.phone ?? null,
    taxId: values.taxId ?? null,
    customerNumber,
  }),
})

const personOf = (values: Values) => ({
  firstName: values.firstName ?? "",
  lastName: values.lastName ?? "",
  email: values.email ?? null,
  phone: values.phone ?? null,
})

export const contactKeys = (values: Values, accountName: string | null, customerNumber: string | null) => ({
  search_text: contactSearchText({ ...personOf(values), customerNumber }, accountName),
})

export const accountRow = (id: string, values: Values, customer: Counterpart, { leadId, leadEmail, owner, now }: Origin) => ({
  id,
  ...columnsOf(accountEditables, values),
  ...accountKeys(values, values.email ?? leadEmail, customer?.number ?? null),
  ...owned(owner),
  originating_lead_id: leadId,
  ...numbered(customer),
  created_at: now,
  version: 1,
})

type Employer = { id: string; name: string }

export const contactRow = (id: string, values: Values, account: Employer, customer: Counterpart, { leadId, owner, now }: Origin) => ({
  id,
  ...columnsOf(contactEditables, values),
  first_name: values.firstName ?? "",
  account_id: account.id,
  ...contactKeys(values, account.name, customer?.number ?? null),
  ...owned(owner),
  originating_lead_id: leadId,
  ...numbered(customer),
  created_at: now,
  version: 1,
})

type Sale = {
  account: Employer
  contact: { id: string; values: Values }
  currency: string
  /** The prospect that it decides; null for a further opportunity of the same lead. */
  prospect: { id: string; number: string } | null
}

export const opportunityRow = (
  id: string,
  values: Values,
  { account, contact, currency, prospect }: Sale,
  { leadId, owner, now }: Origin,
) => ({
  id,
  ...columnsOf(opportunityEditables, values),
  account_id: account.id,
  contact_id: contact.id,
  originating_lead_id: leadId,
  prospect_id: prospect?.id ?? null,
  prospect_number: prospect?.number ?? null,
  state: "open",
  status_reason: "in_progress",
  stage: "develop",
  stage_entered_at: now,
  currency,
  ...owned(owner),
  created_at: now,
  version: 1,
  search_text: opportunitySearchText({
    topic: values.topic ?? "",
    prospectNumber: prospect?.number ?? null,
    account,
    contact: personOf(contact.values),
  }),
})
