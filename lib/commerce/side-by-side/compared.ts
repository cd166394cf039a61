import type { FieldKind } from "@/lib/platform/fields"
import type { CodeWords } from "../customers/editables"
import {
  type CatalogueField,
  type CustomerField,
  type CustomerSection,
  customerFieldKeys,
  customerFields,
  customerSections,
  isOf,
} from "../customers/fields"

/** A field of the members of a hierarchy, as the side-by-side view and Override know it. */
export type ComparedField = {
  key: CustomerField
  label: string
  section: CustomerSection
  kind: FieldKind
  words?: Readonly<Record<string, string>>
  width: number
  isEditable: boolean
  isRequired: boolean
  isOverridable: boolean
  /** Why it is not edited here. */
  why: string | null
}

const usual = 160

const all: readonly CatalogueField[] = Object.values(customerFields)

/** The sections in which persons have fields, in the order of the record; the first is General. */
export const comparedSections = (Object.keys(customerSections) as CustomerSection[]).filter((section) =>
  all.some((field) => field.section === section && isOf(field, "person")),
)

export const isComparedSection = (text: string): text is CustomerSection => comparedSections.some((section) => section === text)

/** Who it is comes first in every section by itself, so it is no column of General. */
const isRowsName = (key: CustomerField) => key === "number" || key === "type"

/** The fields of a section that persons have; `codes` are all that were ever to be chosen. */
export function comparedFields(section: CustomerSection, codes: CodeWords): ComparedField[] {
  return customerFieldKeys.flatMap((key) => {
    const field: CatalogueField = customerFields[key]
    if (field.section !== section || !isOf(field, "person") || isRowsName(key)) return []
    return [compared(key, field, codes)]
  })
}

function compared(key: CustomerField, field: CatalogueField, codes: CodeWords): ComparedField {
  const isEditable = field.isEditable === true && field.column !== null
  return {
    key,
    label: field.label,
    section: field.section,
    kind: field.kind,
    words: field.codes ? codes[field.codes] : field.words,
    width: field.width ?? usual,
    isEditable,
    isRequired: field.isRequired === true || key === "email",
    isOverridable: field.isOverridable === true,
    why: isEditable ? null : (field.why ?? "This follows from elsewhere and is not edited here."),
  }
}

/** The fields that Override can copy: those that a company's people share, not those that say who somebody is. */
export const overridableKeys: readonly CustomerField[] = customerFieldKeys.filter((key) => {
  const field: CatalogueField = customerFields[key]
  return field.isOverridable === true && field.column !== null && isOf(field, "person")
})

/** The sections that have something to copy. */
export const overridableSections = comparedSections.filter((section) =>
  overridableKeys.some((key) => customerFields[key].section === section),
)

export const overridableFields = (codes: CodeWords): ComparedField[] =>
  overridableKeys.map((key) => compared(key, customerFields[key], codes))

export const isOverridable = (text: string): text is CustomerField => overridableKeys.some((key) => key === text)

/** The column of the database that holds a field. */
export const columnOf = (key: CustomerField): string =>
  (customerFields[key].column ?? "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
