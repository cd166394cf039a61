import type { Condition } from "@/lib/platform/filter"
import { dayPlus } from "@/lib/platform/zone"
import { disqualificationReasons } from "../leads/rules"
import type { Stretch } from "./period"

/** A day within a stretch of time, its first and last day included. */
export const within = (field: "created" | "closed" | "requested", { from, to }: Stretch): Condition => [field, "between", from, to]

/** On that day or later. */
export const arrivedSince = (day: string): Condition => ["created", "after", dayPlus(day, -1)]

/** A status reason, or one of several. */
export const hasStatus = (...statuses: readonly string[]): Condition => ["status", "is", ...statuses]

export const isDisqualified = hasStatus(...disqualificationReasons)
export const openStatuses = ["new", "contacted"] as const
