import type { Editable, Editables } from "@/lib/platform/editable"
import { type CatalogueField, type CustomerField, customerFieldKeys, customerFields, isOf } from "./fields"
import type { CustomerList, CustomerType } from "./rules"

/** The codes of every value list with their names. */
export type CodeWords = Readonly<Record<CustomerList, Readonly<Record<string, string>>>>

const editable = (field: CatalogueField, codes: CodeWords): Editable[] => {
  const { label, kind, words, column, isRequired, longest, isTaxId } = field
  if (!field.isEditable || column === null) return []
  return [{ label, kind, words: field.codes ? codes[field.codes] : words, column, isRequired, longest, isTaxId }]
}

/** What people edit on a customer of a type, by the keys of the catalogue; `codes` are those that can be chosen. */
export function customerEditables(type: CustomerType, codes: CodeWords): Editables<string> {
  const entries = customerFieldKeys.flatMap((key): [CustomerField, Editable][] => {
    const field = customerFields[key]
    return isOf(field, type) ? editable(field, codes).map((one) => [key, withType(key, type, one)]) : []
  })
  return Object.fromEntries(entries)
}

/** A person signs in by email, so it cannot be empty. */
const withType = (key: CustomerField, type: CustomerType, one: Editable): Editable =>
  key === "email" && type === "person" ? { ...one, isRequired: true } : one

/** The codes that can be chosen for a customer: those that stand, and the one that it has, by its name in `every`. */
export function withOwn(codes: CodeWords, customer: object, every: CodeWords = codes): CodeWords {
  const own = new Map(Object.entries(customer))
  const words = Object.fromEntries(Object.entries(codes).map(([list, standing]) => [list, { ...standing }]))
  for (const key of customerFieldKeys) {
    const { codes: list, column } = customerFields[key]
    const code = column && own.get(column)
    if (list && typeof code === "string" && !Object.hasOwn(codes[list], code))
      Object.assign(words[list] ?? {}, { [code]: every[list][code] ?? code })
  }
  return words as Record<CustomerList, Record<string, string>>
}
