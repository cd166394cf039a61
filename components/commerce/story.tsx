import { ArrowLeftRight } from "lucide-react"
import { mailItem } from "@/components/commerce/story-mail"
import { moveItem } from "@/components/commerce/story-move"
import { kindWords, operationWords } from "@/components/commerce/story-words"
import { RecordLink } from "@/components/shell/record-link"
import { Section } from "@/components/ui/section"
import { Timeline, type TimelineItem } from "@/components/ui/timeline"
import type { DualWriteRow, Ledgers } from "@/lib/commerce/ledgers"
import { tableMaps } from "@/lib/sync/maps"

type StoryProps = {
  recordId: string
  ledgers: Ledgers
  now: Date
  mayRetry: boolean
  /** What the applicant wrote, to stand with the request. */
  comments?: string | null
}

/** All that happened to a record of Commerce, newest first: moves, letters and dual-writes. */
export function Story({ recordId, ledgers, now, mayRetry, comments = null }: StoryProps) {
  const items = [
    ...ledgers.moves.map((move) => ({ rank: 0, at: move.at, item: moveItem(move, recordId, comments) })),
    ...ledgers.dualWrites.map((row) => ({ rank: 1, at: row.at, item: dualWriteItem(row) })),
    ...ledgers.mails.map((mail) => ({ rank: 2, at: mail.sentAt ?? mail.createdAt, item: mailItem(mail, now, mayRetry) })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || b.rank - a.rank)
  return (
    <Section title="Timeline" aside={`${items.length} ${items.length === 1 ? "entry" : "entries"}`}>
      {items.length === 0 ? <p className="text-ink-3">Nothing has happened yet.</p> : <Timeline items={items.map(({ item }) => item)} />}
    </Section>
  )
}

function dualWriteItem(row: DualWriteRow): TimelineItem {
  const { id, at, map, operation, sourceKind, sourceId, sourceLabel, targetKind, targetId, targetLabel } = row
  return {
    id: `dual-write-${id}`,
    icon: <ArrowLeftRight />,
    tone: "accent",
    at,
    headline: (
      <>
        <b>Dual-write</b> {operationWords[operation] ?? operation} the {kindWords[targetKind] ?? targetKind}{" "}
        <RecordLink kind={targetKind} id={targetId}>
          {targetLabel}
        </RecordLink>
      </>
    ),
    body: (
      <>
        From the {kindWords[sourceKind] ?? sourceKind}{" "}
        <RecordLink kind={sourceKind} id={sourceId}>
          {sourceLabel}
        </RecordLink>
        , by the map {tableMaps[map].name}, in the same transaction.
      </>
    ),
  }
}
