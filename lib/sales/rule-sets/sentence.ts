import { filterWords } from "@/lib/platform/filter"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import type { Names, Rule } from "./rule"

/** A rule as a sentence: "When Country/region is Germany and Website is filled: +15 points". */
export function ruleSentence(kind: RuleKind | AnyKind, rule: Pick<Rule, "when" | "effect">, names: Names): string {
  const { says, subject } = kindOf(kind)
  const when = rule.when ? `When ${filterWords(rule.when, names)}` : `For every ${subject.noun[0]}`
  return `${when}: ${says(rule.effect, names)}`
}
