"use client"
import { useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import type { TimelineOf } from "@/lib/sales/timeline"
import { reviveMoment, type TimelineEntry, type TimelinePage } from "@/lib/sales/timeline-entry"
import type { TimelineShow } from "@/lib/sales/timeline-shows"
import { dayOf, StoryDays } from "./story-days"
import type { Around } from "./timeline-item"

type TimelineMoreProps = {
  of: TimelineOf
  show: TimelineShow
  after: string
  around: Around
  /** The day with which the story ends so far. */
  lastDay: string | null
}

async function readMore(of: TimelineOf, show: TimelineShow, after: string): Promise<TimelinePage | null> {
  const asked = new URLSearchParams({ show, after })
  for (const [name, ids] of Object.entries(of)) if (ids.length > 0) asked.set(name, ids.join(","))
  const answer = await fetch(`/api/timeline?${asked}`).catch(() => null)
  return answer?.ok ? (JSON.parse(await answer.text(), reviveMoment) as TimelinePage) : null
}

/** Older entries, a page at a time, below those that came with the page. */
export function TimelineMore({ of, show, after, around, lastDay }: TimelineMoreProps) {
  const [pages, setPages] = useState<TimelineEntry[][]>([])
  const [next, setNext] = useState<string | null>(after)
  const [hasFailed, setFailed] = useState(false)
  const [busy, start] = useTransition()
  const more = () =>
    start(async () => {
      const page = next ? await readMore(of, show, next) : null
      setFailed(page === null)
      if (!page) return
      setPages((before) => [...before, page.entries])
      setNext(page.next)
    })
  const added = pages.reduce((sum, page) => sum + page.length, 0)
  return (
    <>
      {pages.map((entries, place) => {
        const before = pages[place - 1]?.at(-1)
        const first = entries[0]
        return <StoryDays key={first?.id ?? place} entries={entries} around={around} lastDay={before ? dayOf(before.at) : lastDay} />
      })}
      {next && (
        <Button size="s" busy={busy} busyLabel="Looking" onClick={more}>
          Show more
        </Button>
      )}
      <p role="status" className={hasFailed ? "mt-2 text-bad" : "sr-only"}>
        {hasFailed ? "The server could not be reached. Try again." : added > 0 && `${added} older entries shown`}
      </p>
    </>
  )
}
