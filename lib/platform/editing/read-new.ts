import { type Editables, type FieldText, readField } from "@/lib/platform/editable"
import { AppError, type FieldErrors } from "@/lib/platform/errors"

/**
 * Reads the fields of a record that is about to be made, as an edit of an empty one. Unknown fields and values that cannot
 * stand are refused together; what may be empty and is, is left to the column's default.
 */
export function readNew<Key extends string>(editables: Editables<Key>, typed: Partial<Record<Key, FieldText>>) {
  const data: Record<string, unknown> = {}
  const texts = new Map<string, FieldText>()
  const problems: FieldErrors = {}
  const country = new Map<string, unknown>(Object.entries(typed)).get("country")
  for (const key of Object.keys(typed) as Key[]) {
    const editable = editables[key]
    const read = readField(editable, typed[key] ?? null, typeof country === "string" && country !== "" ? country : null)
    if ("problem" in read) problems[key] = read.problem
    else if (read.text !== null) {
      data[editable.column] = read.stored
      texts.set(key, read.text)
    }
  }
  const [problem] = Object.values<string>(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  return { data, text: (key: Key): FieldText => texts.get(key) ?? null }
}
