import { fieldsIn } from "@/lib/platform/filter"
import { type Likeness, likenesses } from "../matching/likenesses"
import type { Rule } from "./rule"

/** What rules that are on ask of matches. */
export function likenessesIn(rules: readonly Rule[]): Likeness[] {
  const named = new Set(rules.flatMap(({ isOn, when }) => (isOn ? fieldsIn(when) : [])))
  return likenesses.filter((likeness) => named.has(likeness))
}
