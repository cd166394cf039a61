import { countryName } from "@/lib/platform/countries"
import type { Editable, Editables, FieldText } from "@/lib/platform/editable"
import { languages } from "@/lib/platform/languages"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { leadEditables } from "@/lib/sales/leads/editables"
import { leadFields } from "@/lib/sales/leads/fields"
import { opportunityEditables } from "@/lib/sales/opportunities/editables"

/** The values of a record by the keys of its fields, as text; money and days as the database reads them. */
export type Values = Readonly<Record<string, FieldText>>

/** Where the value of a field comes from: a field of another record as `record.key`, or a fixed text. */
export type Source = { from: string } | { text: string }

const language = { label: "Language", kind: "choice", words: languages, column: "language", isRequired: true } as const
const account = { ...accountEditables, name: { ...accountEditables.name, label: "Name" } } as const
const { name, website, taxId, email, phone, street, street2, postalCode, city, stateProvince, country } = account

const contact = { ...contactEditables, email: { ...contactEditables.email, isRequired: true } } as const
const { jobTitle: _, ...person } = contact

const comments = { ...leadFields.comments, column: "comments", longest: 4000 } as const

/** What of a lead a mapping can carry on. */
export const leadSources = {
  ...leadEditables,
  language,
  comments,
  prospectNumber: { label: "Prospect", kind: "text", column: "prospectNumber", longest: 40 },
} as const satisfies Editables

/** What a request says, by the columns of a prospect. */
export const requestSources = {
  firstName: { ...leadEditables.firstName, isRequired: true },
  lastName: leadEditables.lastName,
  email: { ...leadEditables.email, isRequired: true },
  phone: leadEditables.phone,
  company: { ...leadEditables.company, label: "Company name" },
  website: leadEditables.website,
  taxId: leadEditables.taxId,
  street: { ...leadEditables.street, isRequired: true },
  street2: leadEditables.street2,
  postalCode: leadEditables.postalCode,
  city: { ...leadEditables.city, isRequired: true },
  stateProvince: leadEditables.stateProvince,
  country: { ...leadEditables.country, isRequired: true },
  comments,
  language,
} as const satisfies Editables

const leadTarget = { ...leadEditables, email: { ...leadEditables.email, isRequired: true }, comments, language } as const

/** The records that dual-write and conversions make, each with the fields that a mapping fills. */
export const targets = {
  lead: leadTarget,
  account,
  contact,
  opportunity: opportunityEditables,
  organization: { name, website, taxId, email, phone, street, street2, postalCode, city, stateProvince, country, language },
  person,
} as const satisfies Record<string, Editables>

export type Target = keyof typeof targets
export type MappingOf<Part extends Target> = Readonly<Partial<Record<keyof (typeof targets)[Part], Source>>>
/** Per target record, where each field comes from; a field that is left out stays empty. `version` 0 is the one that comes with the house. */
export type Mapping = { version: number; parts: { [Part in Target]: MappingOf<Part> } }

const from = (record: string, key: string): Source => ({ from: `${record}.${key}` })
const same = <Key extends string>(record: string, ...keys: Key[]) =>
  Object.fromEntries(keys.map((key) => [key, from(record, key)])) as Record<Key, Source>

const address = ["street", "street2", "postalCode", "city", "stateProvince", "country"] as const

/** What the house does until somebody says otherwise. A customer is what its account or contact is. */
export const defaultMapping: Mapping = {
  version: 0,
  parts: {
    lead: {
      ...same("request", "firstName", "lastName", "email", "phone", "company", "website", "taxId", ...address, "comments", "language"),
      topic: { text: "Partner request: %company%" },
      source: { text: "web" },
      rating: { text: "warm" },
    },
    account: { name: from("lead", "company"), ...same("lead", "website", "taxId", "phone", ...address) },
    contact: same("lead", "firstName", "lastName", "jobTitle", "email", "phone", "language"),
    opportunity: {
      ...same("lead", "topic", "closeDate", "rating", "timeframe", "budget", "budgetAmount", "need", "process"),
      revenue: from("lead", "value"),
    },
    organization: { ...same("account", "name", "website", "taxId", "email", "phone", ...address), language: from("lead", "language") },
    person: same("contact", "firstName", "lastName", "email", "phone", "language"),
  },
}

/** The values of records that a mapping can read from, by their names. */
export type Sources = Readonly<Record<string, Values>>

/** The fields that a mapping can read from, by the records' names. */
export const sourceFields: Readonly<Record<string, Editables>> = {
  request: requestSources,
  lead: leadSources,
  account: targets.account,
  contact: targets.contact,
}

/** The field that a source names; null where there is none. */
export function sourceField(key: string): Editable | null {
  const [record = "", field = ""] = key.split(".")
  return sourceFields[record]?.[field] ?? null
}

const read = (sources: Sources, key: string): FieldText => {
  const [record = "", field = ""] = key.split(".")
  return sources[record]?.[field] ?? null
}

const isPlain = ({ kind }: Editable) => kind === "text" || kind === "long-text"

/** A value as its words, for a field that holds any text. */
function worded(field: Editable | null, text: string): string {
  if (field?.words) return field.words[text] ?? text
  if (field?.kind === "country") return countryName(text)
  if (field?.kind === "yes-no") return text === "yes" ? "Yes" : "No"
  return text
}

/** The record whose fields a fixed text of a part may name, as `%company%`: what was asked for. */
export const spokenOf = (part: Target): "request" | "lead" => (part === "lead" ? "request" : "lead")

const longestText = 4000

/** What one field gets from its source. */
function valueFor(target: Editable, source: Source | undefined, sources: Sources, spoken: string): FieldText {
  if (!source) return null
  if ("text" in source) {
    if (!isPlain(target)) return source.text || null
    const said = (key: string) => worded(sourceField(`${spoken}.${key}`), read(sources, `${spoken}.${key}`) ?? "")
    const filled = source.text.replace(/%(\w+)%/g, (_, key: string) => said(key)).trim()
    return [...filled].slice(0, target.longest ?? longestText).join("") || null
  }
  const value = read(sources, source.from)
  return value !== null && isPlain(target) ? worded(sourceField(source.from), value) : value
}

/** The values that a mapping gives to a record. */
export function mapped<Part extends Target>(mapping: Mapping, part: Part, sources: Sources): Values {
  const given: Readonly<Record<string, Source | undefined>> = mapping.parts[part]
  return Object.fromEntries(
    Object.entries<Editable>(targets[part]).map(([key, target]) => [key, valueFor(target, given[key], sources, spokenOf(part))]),
  )
}
