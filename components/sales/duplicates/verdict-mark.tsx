import { Tag } from "@/components/ui/tag"
import { type Verdict, verdicts } from "@/lib/sales/matching/matching-rules"

const tones = { certain: "good", likely: "accent", possible: "plain" } as const

/** How sure a pair is, with its score. */
export function VerdictMark({ verdict, score }: { verdict: Verdict; score: number }) {
  return (
    <Tag tone={tones[verdict]}>
      {verdicts[verdict]} <span className="tabular-nums">{score}</span>
    </Tag>
  )
}
