import type { FieldChange } from "@/lib/platform/audit"
import { type MatchingRules, signalNames, signals, type Verdict, verdicts } from "./matching-rules"

/** What differs between two sets of rules, in words. */
export function changesOf(before: MatchingRules, after: MatchingRules): FieldChange[] {
  const strength = (value: number) => (value === 0 ? "off" : String(value))
  const list = (items: readonly string[]) => items.join(", ") || null
  const all: FieldChange[] = [
    ...signalNames.map((signal) => ({
      field: signals[signal],
      from: strength(before.strengths[signal]),
      to: strength(after.strengths[signal]),
    })),
    ...(Object.keys(verdicts) as Verdict[]).map((verdict) => ({
      field: `${verdicts[verdict]} from`,
      from: String(before.thresholds[verdict]),
      to: String(after.thresholds[verdict]),
    })),
    { field: "Shared domains", from: list(before.sharedDomains), to: list(after.sharedDomains) },
    { field: "Legal forms", from: list(before.legalForms), to: list(after.legalForms) },
  ]
  return all.filter(({ from, to }) => from !== to)
}
