import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { Moment } from "@/components/ui/time"

export type TimelineItem = {
  id: string
  /** A lucide icon. */
  icon: ReactNode
  tone?: "plain" | "accent" | "good" | "wait" | "bad"
  /** One line; bold for who or what it is about. */
  headline: ReactNode
  at?: Date | string
  /** In place of the time, e.g. "Leaves in 52 s". */
  when?: ReactNode
  body?: ReactNode
  /** Somebody's own words. */
  quote?: string | null
  /** What can be done about it, at the end of the line. */
  commands?: ReactNode
}

/** What happened, newest first as given. */
export function Timeline({ items, label = "Timeline" }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className="timeline wrap-anywhere" aria-label={label}>
      {items.map((item) => (
        <TimelineRow key={item.id} {...item} />
      ))}
    </ol>
  )
}

function TimelineRow({ icon, tone = "plain", headline, at, when, body, quote, commands }: TimelineItem) {
  return (
    <li>
      <span className={cn("timeline-icon", tone !== "plain" && `hue-${tone}`)} aria-hidden="true">
        {icon}
      </span>
      <div className="flex items-baseline gap-2 text-ink-2 [&_b]:text-ink">
        <span className="min-w-0">{headline}</span>
        <span className="ml-auto flex-none text-12 text-ink-3 tabular-nums">{when ?? (at && <Moment at={at} />)}</span>
        {commands && <span className="-my-1 flex-none self-start empty:hidden">{commands}</span>}
      </div>
      {body && <div className="mt-[3px] text-pretty text-ink-2">{body}</div>}
      {quote && (
        <blockquote className="mt-[9px] border-l-2 border-line-2 py-px pl-3 wrap-anywhere whitespace-pre-line text-pretty text-ink-2">
          {quote}
        </blockquote>
      )}
    </li>
  )
}
