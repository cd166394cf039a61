import type { Editable, Editables, FieldText } from "@/lib/platform/editable"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { languages } from "@/lib/sales/choices"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { leadEditables } from "@/lib/sales/leads/editables"
import { leadFields } from "@/lib/sales/leads/fields"
import { opportunityEditables } from "@/lib/sales/opportunities/editables"

/** The values of a record by the keys of its fields, as text; money and days as the database reads them. */
export type Values = Readonly<Record<string, FieldText>>

/** Where the value of a field comes from: a field of another record as `record.key`, or a fixed text. */
export type Source = { from: string } | { text: string }

const language = { label: "Language", kind: "choice", words: languages, column: "language" } as const
const account = { ...accountEditables, name: { ...accountEditables.name, label: "Name" } } as const
const { name, website, taxId, email, phone, street, street2, postalCode, city, stateProvince, country } = account

const contact = { ...contactEditables, email: { ...contactEditables.email, isRequired: true } } as const
const { jobTitle: _, ...person } = contact

/** What of a lead a mapping can carry on. */
export const leadSources = {
  ...leadEditables,
  language,
  comments: { ...leadFields.comments, column: "comments" },
  prospectNumber: { label: "Prospect", kind: "text", column: "prospectNumber" },
} as const satisfies Editables

/** The records that a conversion writes, each with the fields that a mapping fills. */
export const targets = {
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
  if (field?.kind === "yes-no") return text === "yes" ? "Yes" : "No"
  return text
}

/** What one field gets from its source. A fixed text may name fields of the lead, as `%company%`. */
function valueFor(target: Editable, source: Source | undefined, sources: Sources): FieldText {
  if (!source) return null
  if ("text" in source) {
    const text = source.text.replace(/%(\w+)%/g, (_, key: string) => worded(sourceField(`lead.${key}`), read(sources, `lead.${key}`) ?? ""))
    return text.trim() || null
  }
  const value = read(sources, source.from)
  return value !== null && isPlain(target) ? worded(sourceField(source.from), value) : value
}

/** The values that a mapping gives to a record. */
export function mapped<Part extends Target>(mapping: Mapping, part: Part, sources: Sources): Values {
  const given: Readonly<Record<string, Source | undefined>> = mapping.parts[part]
  return Object.fromEntries(Object.entries<Editable>(targets[part]).map(([key, target]) => [key, valueFor(target, given[key], sources)]))
}
