import { countryName } from "@/lib/platform/countries"
import type { FieldText } from "@/lib/platform/editable"
import type { ComparedField } from "./compared"
import type { ComparedMember } from "./member-values"

/** What says who somebody is differs from everybody else's by nature, and is no difference to be told. */
const isTold = ({ isOverridable }: Pick<ComparedField, "isOverridable">) => isOverridable

/** Whether a member's value differs from the Admin's where all should share one. */
export function differs(field: ComparedField, member: ComparedMember, base: ComparedMember | undefined): boolean {
  if (!base || !isTold(field) || member.customerId === base.customerId) return false
  return (member.values[field.key] ?? null) !== (base.values[field.key] ?? null)
}

/** In how many fields of a section a member differs from the Admin. */
export const differencesOf = (fields: readonly ComparedField[], member: ComparedMember, base: ComparedMember | undefined): number =>
  fields.filter((field) => differs(field, member, base)).length

/** A value as people read it; an empty text for nothing. */
export function shownValue({ kind, words }: Pick<ComparedField, "kind" | "words">, text: FieldText | undefined): string {
  if (text === null || text === undefined || text === "") return ""
  if (words) return words[text] ?? text
  if (kind === "country") return countryName(text)
  if (kind === "yes-no") return text === "yes" ? "Yes" : "No"
  return text
}
