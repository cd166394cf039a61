import { workingDayMs } from "../calendar/business-time"
import type { Calendar } from "../calendar/queries"
import type { Rating, Source } from "../choices"

/** How soon a lead is answered and decided. Both null: every lead. */
export type Target = {
  id: string
  rating: Rating | null
  source: Source | null
  responseHours: number
  /** Working days; null for the house's own. */
  decisionDays: number | null
  /** Percent of the time after which a timer warns. */
  warnAt: number
  calendarId: string | null
  version: number
}

/** The target that fits every lead, which stands last and cannot be taken away. */
export const isForAll = ({ rating, source }: Pick<Target, "rating" | "source">): boolean => rating === null && source === null

const hourMs = 3_600_000

/** A lead of which nothing more is known than that somebody asked on the form. */
export const plainLead = { rating: "warm", source: "web" } as const satisfies { rating: Rating; source: Source }

/** The first target that fits a lead. The last fits every lead. */
export function targetFor(targets: readonly Target[], lead: { rating: string; source: string }): Target {
  const found = targets.find(
    ({ rating, source }) => (rating === null || rating === lead.rating) && (source === null || source === lead.source),
  )
  if (!found) throw new Error("There is no target that fits every lead.")
  return found
}

/** How much work a target gives to each timer, in milliseconds. A day is what the calendar makes of one. */
export const targetMs = ({ responseHours, decisionDays }: Target, calendar: Calendar, houseDays: number) => ({
  response: Math.round(responseHours * hourMs),
  decision: Math.max(1, Math.round((decisionDays ?? houseDays) * workingDayMs(calendar))),
})
