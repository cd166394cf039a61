import { add, mostListed, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book } from "../rule-sets/rule"
import type { GradeThresholds, ScoringEffect } from "./effect"
import { type Grade, gradeOf, scoreOf } from "./grades"

type Outcomes = Record<"open" | "qualified" | "disqualified", number>

/** What scoring rules would say of the leads, beside what became of them: good rules give high grades to those that were qualified. */
export type ScoringRehearsal = {
  judged: number
  grades: Record<Grade, Outcomes>
  /** For how many leads each rule fired. */
  byRule: Record<string, number>
  /** Leads whose score would be another than they have. */
  changed: number
  list: { id: string; label: string; was: number | null; would: number; grade: Grade; state: keyof Outcomes }[]
}

const none = (): Outcomes => ({ open: 0, qualified: 0, disqualified: 0 })

export const rehearseScoring: Rehearsing<ScoringRehearsal> = {
  first: { judged: 0, grades: { a: none(), b: none(), c: none(), d: none() }, byRule: {}, changed: 0, list: [] },
  take(_, given, before, leads) {
    const { rules, settings } = given as Book<ScoringEffect, GradeThresholds>
    const result = structuredClone(before)
    result.judged += leads.length
    for (const { id, label, score: was, state, matched } of leads) {
      const would = scoreOf(matched.reduce((sum, place) => sum + (rules[place]?.effect.points ?? 0), 0))
      const grade = gradeOf(would, settings)
      result.grades[grade][state]++
      for (const place of matched) result.byRule = add(result.byRule, rules[place]?.id ?? "")
      if (was === would) continue
      result.changed++
      if (result.list.length < mostListed) result.list.push({ id, label, was, would, grade, state })
    }
    return result
  },
}
