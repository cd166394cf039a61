"use client"
import { usePathname, useRouter, useSearchParams } from "next/navigation"
import { useId, useTransition } from "react"
import { type TimelineShow, timelineShows } from "@/lib/sales/timeline-shows"

/** What of the timeline is shown; in the URL, so that it can be sent to somebody. */
export function TimelineFilter({ show }: { show: TimelineShow }) {
  const id = useId()
  const router = useRouter()
  const path = usePathname()
  const asked = useSearchParams()
  const [busy, start] = useTransition()
  const choose = (chosen: string) => {
    const params = new URLSearchParams(asked)
    params.delete("show")
    if (chosen !== "all") params.set("show", chosen)
    start(() => router.replace([path, params].map(String).filter(Boolean).join("?"), { scroll: false }))
  }
  return (
    <span className="flex items-center gap-2" aria-busy={busy || undefined}>
      <label htmlFor={id}>Show</label>
      <select id={id} className="input story-filter" value={show} onChange={(event) => choose(event.target.value)}>
        {Object.entries(timelineShows).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </span>
  )
}
