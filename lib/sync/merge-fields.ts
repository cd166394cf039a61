import { type Editable, type Editables, type FieldText, fieldText } from "@/lib/platform/editable"
import { languages } from "@/lib/platform/languages"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { leadEditables } from "@/lib/sales/leads/editables"

export type MergeKind = "lead" | "account" | "contact"
export type Keeps = "primary" | "loser"

/** One thing that two records may say differently, chosen as a whole: a field, or fields that make sense only together. */
export type MergeField = {
  key: string
  label: string
  /** What is compared and shown, by the keys of History. */
  parts: Readonly<Record<string, Editable>>
  /** What goes along unseen. */
  along: readonly string[]
}

const field = (editables: Editables, key: string, along: readonly string[] = []): MergeField => {
  const editable = editables[key]
  if (!editable) throw new Error(`There is no field ${key}`)
  return { key, label: editable.label, parts: { [key]: editable }, along }
}
const together = (
  editables: Editables,
  key: string,
  label: string,
  keys: readonly string[],
  along: readonly string[] = [],
): MergeField => ({
  key,
  label,
  parts: Object.fromEntries(Object.entries(editables).filter(([each]) => keys.includes(each))),
  along,
})

const addressKeys = ["street", "street2", "postalCode", "city", "stateProvince", "country"]
const nameKeys = ["firstName", "lastName"]
const language: Editable = { label: "Language", kind: "choice", words: languages, column: "language" }
const comments: Editable = { label: "Comments", kind: "long-text", column: "comments" }
const owner: MergeField = {
  key: "owner",
  label: "Owner",
  parts: { owner: { label: "Owner", kind: "person", column: "ownerName" } },
  along: ["ownerId"],
}
const own = (key: string, editable: Editable): MergeField => ({ key, label: editable.label, parts: { [key]: editable }, along: [] })

const leadField = (key: string) => field(leadEditables, key)

const leadMoney = ["value", "budgetAmount"]
const leadRest = ["topic", "rating", "source", "industry", "timeframe", "budget", "need", "process", "decisionMaker", "closeDate"]

const leadFields: readonly MergeField[] = [
  leadField("company"),
  together(leadEditables, "name", "Name", nameKeys),
  leadField("jobTitle"),
  field(leadEditables, "email", ["emailConfirmedAt"]),
  leadField("phone"),
  own("language", language),
  leadField("website"),
  leadField("taxId"),
  together(leadEditables, "address", "Address", addressKeys),
  ...leadRest.map(leadField),
]

const accountFields: readonly MergeField[] = [
  ...["name", "website", "taxId", "email", "phone"].map((key) => field(accountEditables, key)),
  together(accountEditables, "address", "Address", addressKeys),
  owner,
]

const contactFields: readonly MergeField[] = [
  together(contactEditables, "name", "Name", nameKeys),
  ...["jobTitle", "email", "phone", "language"].map((key) => field(contactEditables, key)),
  { key: "account", label: "Account", parts: { account: { label: "Account", kind: "text", column: "accountName" } }, along: ["accountId"] },
  owner,
]

type Currency = { currency?: string }

/** What two records of a kind are compared by, in the order of their pages. Amounts in two currencies are chosen together with their currency. */
export function mergeFields(kind: MergeKind, one: Currency, other: Currency): readonly MergeField[] {
  if (kind === "account") return accountFields
  if (kind === "contact") return contactFields
  const money =
    one.currency === other.currency ? leadMoney.map(leadField) : [together(leadEditables, "amounts", "Amounts", leadMoney, ["currency"])]
  return [...leadFields, ...money, own("comments", comments), owner]
}

export type FieldTexts = Record<string, FieldText>

/** What a record says in a field, part by part. */
export function textsOf({ parts }: MergeField, record: object): FieldTexts {
  const stored = new Map<string, unknown>(Object.entries(record))
  return Object.fromEntries(Object.entries(parts).map(([key, editable]) => [key, fieldText(editable, stored.get(editable.column))]))
}

export const isEqual = (one: FieldTexts, other: FieldTexts): boolean => Object.keys(one).every((key) => one[key] === other[key])

/** Whether one says nothing that the other does not say as well. */
const isPartOf = (one: FieldTexts, other: FieldTexts): boolean =>
  Object.keys(one).every((key) => one[key] === null || one[key] === other[key])

/** Whose value stays unless somebody chooses: the primary's, but where it says less than the other, the other's. */
export const keepsByDefault = (primary: FieldTexts, loser: FieldTexts): Keeps =>
  !isEqual(primary, loser) && isPartOf(primary, loser) ? "loser" : "primary"

/** The columns that a field is stored in, as the schema names them; what only shows is left out. */
export const columnsOf = ({ parts, along }: MergeField): string[] => [
  ...Object.values(parts).flatMap(({ column }) => (column === "accountName" ? [] : [column])),
  ...along,
]
