import { type Editable, type Editables, type FieldText, fieldText, readField } from "@/lib/platform/editable"
import type { FieldErrors } from "@/lib/platform/errors"

type Edit = { version: number; changes: Record<string, FieldText>; base: Record<string, FieldText> }

/** A field that two people changed: what each wants, and what stood there when the later one began. */
export type Clash = { field: string; mine: FieldText; theirs: FieldText; base: FieldText }

export type Merged = {
  /** What is to be written, by column. */
  data: Record<string, unknown>
  changes: { field: string; from: FieldText; to: FieldText }[]
  clashes: Clash[]
  /** What cannot be stored, by field. */
  problems: FieldErrors
}

/**
 * Lays an edit over a record as it stands now. What nobody else touched is written; what a colleague changed since `base` is not,
 * and comes back as a clash, unless both want the same.
 */
export function mergeEdit(editables: Editables, record: { version: number }, edit: Edit): Merged {
  const stored = new Map<string, unknown>(Object.entries(record))
  const merged: Merged = { data: {}, changes: [], clashes: [], problems: {} }
  const country = edit.changes.country ?? asText(stored.get("country"))
  for (const [field, typed] of Object.entries(edit.changes)) {
    const editable = Object.hasOwn(editables, field) ? editables[field] : undefined
    if (editable) mergeField(field, editable, typed)
    else merged.problems[field] = "This field cannot be edited here"
  }
  return merged

  function mergeField(field: string, editable: Editable, typed: FieldText): void {
    const theirs = fieldText(editable, stored.get(editable.column))
    const read = readField(editable, typed, country)
    if ("problem" in read) merged.problems[field] = read.problem
    else if (read.text === theirs) return
    else if (record.version !== edit.version && theirs !== (edit.base[field] ?? null))
      merged.clashes.push({ field, mine: read.text, theirs, base: edit.base[field] ?? null })
    else {
      merged.data[editable.column] = read.stored
      merged.changes.push({ field, from: theirs, to: read.text })
    }
  }
}

const asText = (value: unknown): string | null => (typeof value === "string" ? value : null)
