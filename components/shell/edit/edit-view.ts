import type { ReactNode } from "react"
import { type Editables, type FieldText, fieldTexts } from "@/lib/platform/editable"
import type { FieldKind } from "@/lib/platform/fields"

/** A field as its editor needs it; `text` is what is stored. */
export type EditField = {
  key: string
  label: string
  kind: FieldKind
  words?: Readonly<Record<string, string>>
  text: FieldText
  isRequired?: boolean
  longest?: number
}

/** A line of a section: a label, what stands beside it, and the fields that are edited there; none where it only shows. */
export type EditRow = { label: string; shown?: ReactNode; fields: readonly EditField[]; joint?: string }

/** The record whose fields a section edits. */
export type EditedRecord = {
  kind: "lead" | "opportunity" | "account" | "contact" | "customer"
  id: string
  version: number
  currency: string
  /** Why this person cannot edit it now. */
  refusal: string | null
  historyHref: string
}

/** Makes the lines of a record's sections: a label, the fields behind it, and how they are shown where that is not their plain text. */
export function editRows<Key extends string>(editables: Editables<Key>, record: object) {
  const texts = fieldTexts(editables, record)
  const fieldOf = (key: Key): EditField => {
    const { label, kind, words, isRequired, longest } = editables[key]
    return { key, label, kind, words, isRequired, longest, text: texts[key] }
  }
  return {
    row: (key: Key, shown?: ReactNode, label = editables[key].label): EditRow => ({ label, shown, fields: [fieldOf(key)] }),
    joined: (label: string, keys: readonly Key[], joint: string, shown?: ReactNode): EditRow => ({
      label,
      shown,
      fields: keys.map(fieldOf),
      joint,
    }),
    plain: (label: string, shown: ReactNode): EditRow => ({ label, shown, fields: [] }),
  }
}
