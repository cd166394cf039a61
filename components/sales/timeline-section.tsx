import { SquarePen } from "lucide-react"
import { Section } from "@/components/ui/section"
import { Timeline, type TimelineItem } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/sales/timeline"
import { counted } from "./counted"
import { NoteComposer, type NoteComposerProps } from "./note-composer"
import { dualWriteItem } from "./timeline-dual-write"
import { mailItem } from "./timeline-mail"
import { moveItem } from "./timeline-move"

type TimelineSectionProps = {
  /** The id of the record that is shown: it need not be named again. */
  here: string
  entries: readonly TimelineEntry[]
  now: Date
  /** What the applicant wrote, quoted where the request was submitted. */
  said?: string | null
  /** Where notes go; null for those who may not write any. */
  notes: NoteComposerProps | null
}

/** Everything that happened to a record, newest first, with a place to write a note. */
export function TimelineSection({ here, entries, now, said = null, notes }: TimelineSectionProps) {
  return (
    <Section title="Timeline" aside={counted(entries.length, "entry", "entries")}>
      {notes && <NoteComposer {...notes} />}
      <Timeline items={entries.map((entry) => itemOf(entry, { here, now, said }))} />
      {entries.length === 0 && <p className="text-ink-3">Nothing has happened yet.</p>}
    </Section>
  )
}

type Around = { here: string; now: Date; said: string | null }

function itemOf(entry: TimelineEntry, { here, now, said }: Around): TimelineItem {
  if (entry.kind === "move") return moveItem(entry, here, said)
  if (entry.kind === "mail") return mailItem(entry, now)
  if (entry.kind === "dual-write") return dualWriteItem(entry, here)
  const { id, at, actorName, text } = entry
  return {
    id: `note-${id}`,
    at,
    icon: <SquarePen />,
    headline: (
      <>
        <b>{actorName}</b> wrote a note
      </>
    ),
    body: <span className="wrap-anywhere whitespace-pre-line">{text}</span>,
  }
}
