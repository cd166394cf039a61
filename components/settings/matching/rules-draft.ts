import type { MatchingRules, Signal, Verdict } from "@/lib/sales/matching/matching-rules"

/** The rules while somebody edits them: thresholds and lists as typed. */
export type RulesDraft = {
  strengths: Record<Signal, number>
  thresholds: Record<Verdict, string>
  sharedDomains: string
  legalForms: string
}

export const draftOf = ({ strengths, thresholds, sharedDomains, legalForms }: MatchingRules): RulesDraft => ({
  strengths: { ...strengths },
  thresholds: { certain: String(thresholds.certain), likely: String(thresholds.likely), possible: String(thresholds.possible) },
  sharedDomains: sharedDomains.join("\n"),
  legalForms: legalForms.join("\n"),
})

const lines = (text: string) => [...new Set(text.split(/[\n,;]/).flatMap((line) => line.trim() || []))]
const number = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What was typed as rules; they are not yet sure to be any. */
export const rulesOf = ({ strengths, thresholds, sharedDomains, legalForms }: RulesDraft): MatchingRules => ({
  strengths: { ...strengths },
  thresholds: { certain: number(thresholds.certain), likely: number(thresholds.likely), possible: number(thresholds.possible) },
  sharedDomains: lines(sharedDomains).map((domain) => domain.toLowerCase()),
  legalForms: lines(legalForms),
})
