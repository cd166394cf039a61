import { db } from "@/lib/platform/db"
import { namesOf } from "../rule-sets/names"
import { bookOfVersion } from "../rule-sets/published-books"
import { peopleOf } from "../rule-sets/queries"
import { ruleSentence } from "../rule-sets/sentence"
import type { Grade } from "./grades"

/** A lead's score and what made it: each rule that fired, with its points. */
export type LeadScoreView = {
  score: number
  grade: Grade
  /** The version of the rules that it was scored by. */
  version: number
  /** Whether that version still holds. */
  isCurrent: boolean
  at: Date
  fired: { id: string; name: string; points: number; sentence: string }[]
}

/** The score of a lead with its explanation; null while nothing scored it. */
export async function getLeadScore(leadId: string): Promise<LeadScoreView | null> {
  const [scored, set] = await Promise.all([
    db.leadScore.findUnique({ where: { leadId } }),
    db.ruleSet.findUnique({ where: { kind: "scoring" }, select: { published: true } }),
  ])
  const book = scored && (await bookOfVersion(db, "scoring", scored.version))
  if (!scored || !book) return null
  const names = namesOf(await peopleOf(db, "scoring", book))
  const { score, grade, version, scoredAt: at } = scored
  const fired = scored.fired.flatMap((place) => {
    const rule = book.rules[place]
    return rule ? [{ id: rule.id, name: rule.name, points: rule.effect.points, sentence: ruleSentence("scoring", rule, names) }] : []
  })
  return { score, grade, version, isCurrent: version === set?.published, at, fired }
}
