import { RecordLink } from "@/components/shell/record-link"
import { verdicts } from "@/lib/sales/matching/matching-rules"
import { reasonWords } from "@/lib/sales/matching/reason-words"
import type { Change } from "@/lib/sales/matching/rehearse"

const called = ({ score, verdict }: Change["from"]) => `${verdict ? verdicts[verdict] : "Nothing"} ${score}`

/** One pair that changed rules would treat otherwise: from what to what, and why then. */
export function RehearsedChange({ change }: { change: Change }) {
  const { one, other, from, to } = change
  const why = (to.verdict ? to : from).reasons.slice(0, 3).map(reasonWords).join(", ")
  return (
    <li className="border-line py-2 not-first:border-t">
      <span className="wrap-anywhere">
        <RecordLink kind={one.kind} id={one.id}>
          {one.label}
        </RecordLink>
        <span className="text-ink-3"> and </span>
        <RecordLink kind={other.kind} id={other.id}>
          {other.label}
        </RecordLink>
      </span>
      <span className="block text-12 text-ink-2 tabular-nums">{`${called(from)} → ${called(to)}`}</span>
      <span className="block text-12 text-ink-3 wrap-anywhere">{why}</span>
    </li>
  )
}
