import { pageHref } from "@/lib/platform/page-href"
import { isRecordId } from "@/lib/platform/record-href"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn, dayOf, dayPlus, dayTextOf, weekdayOf } from "@/lib/platform/zone"

/** How far back the dashboard looks, in weeks, with the words of its choice. */
export const periods = { 4: "Last 4 weeks", 12: "Last 12 weeks", 26: "Last 26 weeks", 52: "Last 52 weeks" } as const
export type Weeks = keyof typeof periods

export const periodChoices = Object.keys(periods).map(Number) as Weeks[]
const firstChoice: Weeks = 12

/** Days as ISO text, in the zone of a period; `to` is today. A stretch is a week from Monday, or a month, up to its last day. */
export type Stretch = { from: string; to: string }
export type Period = Stretch & { zone: string; weeks: readonly Stretch[]; months: readonly Stretch[] }

/** The Monday of a day's week. */
export const weekOf = (day: string): string => dayPlus(day, 1 - weekdayOf(dayOf(day)))

function monthsUntil(today: string, count: number): Stretch[] {
  const [year = 0, month = 0] = today.split("-").map(Number)
  return Array.from({ length: count }, (_, at) => {
    const first = new Date(Date.UTC(year, month - count + at, 1))
    return { from: dayTextOf(first), to: dayTextOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))) }
  })
}

/** This week and those before it, and the last twelve months, on the calendar of a zone: of whoever looks, unless another is said. */
export function periodOf(weeks: Weeks, now: Date, zone = viewerZone()): Period {
  const to = dayIn(zone, now)
  const from = dayPlus(weekOf(to), -7 * (weeks - 1))
  const stretches = Array.from({ length: weeks }, (_, at) => ({ from: dayPlus(from, at * 7), to: dayPlus(from, at * 7 + 6) }))
  return { zone, from, to, weeks: stretches, months: monthsUntil(to, 12) }
}

/** What the dashboard's URL asks for; whatever is malformed counts as not asked. `of`: me, or a seller's id. */
export function readDashboardQuery(params: Record<string, string | string[] | undefined>): { weeks: Weeks; of: string | null } {
  const weeks = periodChoices.find((choice) => String(choice) === params.weeks) ?? firstChoice
  const of = typeof params.of === "string" && (params.of === "me" || isRecordId(params.of)) ? params.of : null
  return { weeks, of }
}

export function dashboardHref({ weeks, of }: { weeks: Weeks; of: string | null }): string {
  return pageHref("/sales/dashboard", { of, weeks: weeks === firstChoice ? null : weeks })
}
