import type { Condition } from "@/lib/platform/filter"
import { disqualificationReasons } from "../leads/rules"
import type { Stretch } from "./period"

// The tally counts by days of UTC, and the list that a number leads to must hold the same.
const inUtc = (day: string) => `${day}Z`

/** A day within a stretch of time, its first and last day included. */
export const within = (field: "created" | "closed" | "requested", { from, to }: Stretch): Condition => [
  field,
  "between",
  inUtc(from),
  inUtc(to),
]

/** On that day or later. */
export const arrivedSince = (day: string): Condition => ["created", "after", inUtc(dayBefore(day))]
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** A status reason, or one of several. */
export const hasStatus = (...statuses: readonly string[]): Condition => ["status", "is", ...statuses]

export const isDisqualified = hasStatus(...disqualificationReasons)
export const openStatuses = ["new", "contacted"] as const
