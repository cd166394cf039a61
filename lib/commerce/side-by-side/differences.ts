import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import type { ComparisonField } from "@/lib/commerce/side-by-side/queries"
import { countryName } from "@/lib/platform/countries"
import type { FieldText } from "@/lib/platform/editable"

/** What says who somebody is differs from everybody else's by nature, and is no difference to be told. */
const isTold = ({ isOverridable }: Pick<ComparisonField, "isOverridable">) => isOverridable

/** Whether a member's value differs from the Admin's where all should share one. */
export function differs(field: ComparisonField, member: ComparedMember, base: ComparedMember | undefined): boolean {
  if (!base || !isTold(field) || member.customerId === base.customerId) return false
  return (member.values[field.key] ?? null) !== (base.values[field.key] ?? null)
}

/** In how many fields of a section a member differs from the Admin. */
export const differencesOf = (fields: readonly ComparisonField[], member: ComparedMember, base: ComparedMember | undefined): number =>
  fields.filter((field) => differs(field, member, base)).length

/** A value as people read it; an empty text for nothing. */
export function shownValue({ kind, words }: Pick<ComparisonField, "kind" | "words">, text: FieldText | undefined): string {
  if (text === null || text === undefined || text === "") return ""
  if (words) return words[text] ?? text
  if (kind === "country") return countryName(text)
  if (kind === "yes-no") return text === "yes" ? "Yes" : "No"
  return text
}
