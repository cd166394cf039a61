import { Score } from "@/components/ui/score"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { signed } from "@/lib/sales/scoring/effect"
import type { LeadScoreView } from "@/lib/sales/scoring/get-lead-score"
import { type Grade, grades } from "@/lib/sales/scoring/grades"

/** A lead's score among the facts of its head. */
export function ScoreMark({ score, grade }: { score: number; grade: Grade }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-ink-3">Score</span>
      <Score score={score} grade={grades[grade]} />
    </span>
  )
}

/** **Score**: what the rules say of a lead, and which of them made it. */
export function LeadScore({ score: { score, grade, version, isCurrent, at, fired } }: { score: LeadScoreView }) {
  const sum = fired.reduce((total, { points }) => total + points, 0)
  return (
    <Section title="Score" aside={<Score score={score} grade={grades[grade]} />}>
      {fired.length === 0 && <p className="text-ink-2">No rule gave it points.</p>}
      <ul className="grid gap-2">
        {fired.map(({ id, name, points, sentence }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <span className="font-medium wrap-anywhere">{name}</span>
            <span className={points < 0 ? "text-bad tabular-nums" : "tabular-nums"}>{signed(points)}</span>
            <span className="col-span-2 text-12 text-pretty wrap-anywhere text-ink-3">{sentence}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-ink-3">
        {sum !== score && `The points add up to ${sum < 0 ? `−${-sum}` : sum}; a score is held within 0 and 100. `}
        Version {version} of the scoring rules{isCurrent ? "" : ", which no longer holds"}, <Moment at={at} />.
      </p>
    </Section>
  )
}
