import { type MatchFacts, matchKeys } from "./match-keys"
import type { MatchingRules, Signal, Verdict } from "./matching-rules"
import { type MatchKind, type Scored, scorePair } from "./score-pair"

export type SampleSide = MatchFacts & { id: string; kind: MatchKind; label: string }
/** Two of the house's records that share something, and which signals a crowd shares with them. */
export type SamplePair = { one: SampleSide; other: SampleSide; crowded: Signal[] }
/** Recent records of the house, and the pairs among them and all others that some rules could find. */
export type Sample = { records: number; pairs: SamplePair[] }

export type Change = { one: SampleSide; other: SampleSide; from: Scored; to: Scored }
export type Rehearsal = {
  found: Record<Verdict, { before: number; after: number }>
  appear: Change[]
  disappear: Change[]
  change: Change[]
}

/** What changed rules would do to a sample: pairs that would appear, disappear, or be called otherwise; the greatest changes first. Runs the engine itself. */
export function rehearse({ pairs }: Sample, inForce: MatchingRules, draft: MatchingRules): Rehearsal {
  const rehearsal: Rehearsal = {
    found: { certain: { before: 0, after: 0 }, likely: { before: 0, after: 0 }, possible: { before: 0, after: 0 } },
    ...{ appear: [], disappear: [], change: [] },
  }
  const [scoreNow, scoreThen] = [scorerOf(inForce), scorerOf(draft)]
  for (const pair of pairs) {
    const { one, other } = pair
    const [from, to] = [scoreNow(pair), scoreThen(pair)]
    if (from.verdict) rehearsal.found[from.verdict].before++
    if (to.verdict) rehearsal.found[to.verdict].after++
    if (from.verdict === to.verdict) continue
    rehearsal[from.verdict === null ? "appear" : to.verdict === null ? "disappear" : "change"].push({ one, other, from, to })
  }
  const byScore = (key: "from" | "to") => (a: Change, b: Change) => b[key].score - a[key].score
  rehearsal.appear.sort(byScore("to"))
  rehearsal.disappear.sort(byScore("from"))
  rehearsal.change.sort((a, b) => Math.abs(b.to.score - b.from.score) - Math.abs(a.to.score - a.from.score))
  return rehearsal
}

/** Keys are made once for each record, since a record stands in many pairs. */
function scorerOf(rules: MatchingRules): (pair: SamplePair) => Scored {
  const known = new Map<string, ReturnType<typeof matchKeys>>()
  const sideOf = (side: SampleSide) => {
    const keys = known.get(side.id) ?? matchKeys(side, rules)
    known.set(side.id, keys)
    return { ...keys, kind: side.kind }
  }
  return ({ one, other, crowded }) => scorePair(sideOf(one), sideOf(other), rules, new Set(crowded))
}
