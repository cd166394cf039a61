import { filterWords } from "@/lib/platform/filter"
import { kindOf, type RuleKind } from "./kinds"
import type { Names, Rule } from "./rule"

/** A rule as a sentence: "When Country/region is Germany and Website is filled: +15 points". */
export function ruleSentence(kind: RuleKind, rule: Pick<Rule, "when" | "effect">, names: Names): string {
  const when = rule.when ? `When ${filterWords(rule.when, names)}` : "For every lead"
  return `${when}: ${kindOf(kind).says(rule.effect, names)}`
}
