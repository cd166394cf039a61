import { Timeline } from "@/components/ui/timeline"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn, dayMs } from "@/lib/platform/zone"
import type { TimelineEntry } from "@/lib/sales/timeline-entry"
import { type Around, timelineItem } from "./timeline-item"

const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
const wordsOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })

/** The day of a moment, for whoever looks: "2026-11-22". */
export const dayOf = (at: Date): string => dayIn(viewerZone(), at)

/** A day as people say it: "Today", "Yesterday", "Friday 20 November"; of another year with its number. */
export function dayWord(day: string, now: Date): string {
  const at = new Date(`${day}T00:00:00Z`)
  const today = dayOf(now)
  const days = Math.round((Date.parse(today) - at.getTime()) / dayMs)
  if (days === 0) return "Today"
  if (days === 1) return "Yesterday"
  return (day.slice(0, 4) === today.slice(0, 4) ? words : wordsOfYear).format(at)
}

function byDay(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}

type StoryDaysProps = {
  entries: readonly TimelineEntry[]
  around: Around
  /** The day with which the entries before these ended: it has its heading already. */
  lastDay?: string | null
}

/** Entries under the heading of their day. */
export function StoryDays({ entries, around, lastDay = null }: StoryDaysProps) {
  return byDay(entries).map(([day, told]) => {
    const word = dayWord(day, around.now)
    return (
      <div key={day}>
        {day !== lastDay && <h3 className="story-day">{word}</h3>}
        <Timeline label={`Timeline, ${word}`} items={told.map((entry) => timelineItem(entry, around))} />
      </div>
    )
  })
}
