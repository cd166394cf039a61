import { matchKeys } from "@/lib/sales/matching/match-keys"
import { type MatchingRules, usualRules, type Verdict, verdicts } from "@/lib/sales/matching/matching-rules"
import { type Scored, scorePair } from "@/lib/sales/matching/score-pair"
import { type LabelledPair, labelledPairs } from "./labelled-pairs"

export type Judged = LabelledPair & { scored: Scored }
export type Quality = { from: Verdict; precision: number; recall: number; f1: number }

/** Scores every labelled pair by the engine. */
export const judgeEngine = (rules: MatchingRules = usualRules, pairs = labelledPairs()): Judged[] =>
  pairs.map((pair) => {
    const { kind: mine, ...one } = pair.one
    const { kind: theirs, ...other } = pair.other
    return { ...pair, scored: scorePair({ ...matchKeys(one), kind: mine }, { ...matchKeys(other), kind: theirs }, rules) }
  })

/** Precision, recall and F1 of what is called so much or more, at each threshold. */
export function qualities(judged: readonly Judged[], rules: MatchingRules = usualRules): Quality[] {
  const same = judged.filter(({ isSame }) => isSame).length
  return (Object.keys(verdicts) as Verdict[]).map((from) => {
    const called = judged.filter(({ scored }) => scored.score >= rules.thresholds[from])
    const right = called.filter(({ isSame }) => isSame).length
    const [precision, recall] = [right / Math.max(1, called.length), right / Math.max(1, same)]
    return { from, precision, recall, f1: (2 * precision * recall) / Math.max(0.0001, precision + recall) }
  })
}
