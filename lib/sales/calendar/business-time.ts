import { dayMs, dayOf, dayText, wallClockOf, wallDay, weekdayOf } from "@/lib/platform/zone"

/** Work from one minute of a weekday to another: 540 is nine in the morning, 1440 midnight. Where it ends before it begins, it goes on past midnight. */
export type WeekSpan = readonly [weekday: number, from: number, to: number]
/** A day on which nobody works; a yearly one comes back on its month and day. */
export type Holiday = { day: string; name: string; isYearly: boolean }
/** When work is done: spans of the week on the clocks of a zone, without the holidays. */
export type Hours = { timeZone: string; week: readonly WeekSpan[]; holidays: readonly Holiday[] }

type Stretch = readonly [from: number, to: number]
type Compiled = { zone: string; week: Stretch[][]; holidays: Set<string>; days: Map<number, Stretch[]> }

/** So many days in a row without work, and the hours are none. */
const longestPause = 3_660
const keptDays = 5_000
const kept = new Map<string, Compiled>()
const mostKept = 50

/** Spans cut at midnight and joined where they touch, for each weekday. */
function weekOf(spans: readonly WeekSpan[]): Stretch[][] {
  const cut = spans.flatMap(([weekday, from, to]): WeekSpan[] =>
    to > from ? [[weekday, from, to]] : [[weekday, from, 1440], ...(to > 0 ? [[(weekday % 7) + 1, 0, to] as const] : [])],
  )
  return Array.from({ length: 8 }, (_, weekday) => {
    const joined: [number, number][] = []
    for (const [, from, to] of cut.filter(([day]) => day === weekday).sort(([, one], [, other]) => one - other)) {
      const last = joined.at(-1)
      if (last && from <= last[1]) last[1] = Math.max(last[1], to)
      else joined.push([from, to])
    }
    return joined
  })
}

function compiled(hours: Hours): Compiled {
  const key = JSON.stringify([hours.timeZone, hours.week, hours.holidays.map(({ day, isYearly }) => [day, isYearly])])
  const known = kept.get(key)
  if (known) return known
  const holidays = new Set(hours.holidays.map(({ day, isYearly }) => (isYearly ? day.slice(4) : day)))
  const made = { zone: hours.timeZone, week: weekOf(hours.week), holidays, days: new Map() }
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, made)
  return made
}

/** The work of one day on the wall, as instants in order. */
function workOf({ zone, week, holidays, days }: Compiled, day: number): Stretch[] {
  const known = days.get(day)
  if (known) return known
  const text = dayText(day)
  const spans = holidays.has(text) || holidays.has(text.slice(4)) ? [] : (week[weekdayOf(day)] ?? [])
  const clock = spans.length > 0 ? wallClockOf(zone, day) : () => 0
  const work = spans.map(([from, to]): Stretch => [clock(from), clock(to)]).filter(([from, to]) => to > from)
  if (days.size >= keptDays) days.clear()
  days.set(day, work)
  return work
}

/**
 * The instant at which so much work has been done since `from`, in milliseconds of work; `from` itself for none. Throws for hours in which nobody ever works.
 */
export function addWorkingMs(hours: Hours, from: Date, ms: number): Date {
  if (ms <= 0) return from
  const calendar = compiled(hours)
  const start = from.getTime()
  let left = ms
  let idle = 0
  for (let day = wallDay(calendar.zone, start) - 1; idle < longestPause; day++) {
    idle++
    for (const [begin, end] of workOf(calendar, day)) {
      const open = Math.max(begin, start)
      if (end <= open) continue
      idle = 0
      if (end - open >= left) return new Date(open + left)
      left -= end - open
    }
  }
  throw new Error("These business hours have no work in ten years.")
}

/** How much work lies between two instants, in milliseconds; 0 where `to` is not after `from`. */
export function workingMsBetween(hours: Hours, from: Date, to: Date): number {
  const [start, stop] = [from.getTime(), to.getTime()]
  if (stop <= start) return 0
  const calendar = compiled(hours)
  const last = wallDay(calendar.zone, stop) + 1
  let sum = 0
  for (let day = wallDay(calendar.zone, start) - 1; day <= last; day++) {
    for (const [begin, end] of workOf(calendar, day)) sum += Math.max(0, Math.min(end, stop) - Math.max(begin, start))
  }
  return sum
}

/** Whether somebody with these hours is at work at an instant. */
export function isWorkingAt(hours: Hours, at: Date): boolean {
  const calendar = compiled(hours)
  const today = wallDay(calendar.zone, at.getTime())
  return [today - 1, today].some((day) => workOf(calendar, day).some(([from, to]) => from <= at.getTime() && at.getTime() < to))
}

/** How long a working day is: the work of an ordinary week by the number of weekdays on which it begins, in milliseconds. */
export function workingDayMs({ week }: Hours): number {
  const days = new Set(week.map(([weekday]) => weekday)).size
  const minutes = weekOf(week)
    .flat()
    .reduce((sum, [from, to]) => sum + to - from, 0)
  return days === 0 ? 0 : Math.round((minutes / days) * 60_000)
}

/** The day on the wall of these hours, as `2026-11-30`. */
export const wallDate = ({ timeZone }: Pick<Hours, "timeZone">, at: Date): string => dayText(wallDay(timeZone, at.getTime()))

/** Whether a text is a day that exists, in a year that people mean. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1900" && dayText(dayOfOrNone(text)) === text
const dayOfOrNone = (text: string): number => (Number.isNaN(dayOf(text)) ? -dayMs : dayOf(text))
