import { dayMs, dayOf, dayText, weekdayOf } from "./zone"

const whichOnes = { last: -1, this: 0, next: 1 } as const
const units = ["week", "month", "quarter", "year"] as const

type Which = keyof typeof whichOnes
export type CalendarUnit = (typeof units)[number]
/** A stretch of the calendar as seen from today: `this-month`, `last-quarter`. */
export type CalendarStretch = `${Which}-${CalendarUnit}`

export const calendarStretches = units.flatMap((unit) =>
  (Object.keys(whichOnes) as Which[]).map((which): CalendarStretch => `${which}-${unit}`),
)

export const isCalendarStretch = (text: string): text is CalendarStretch => calendarStretches.some((one) => one === text)

/** "this month", "last quarter" */
export const stretchWord = (stretch: CalendarStretch): string => stretch.replace("-", " ")

/** Its unit, and how many of these it lies from today's: −1, 0 or 1. */
export function partsOfStretch(stretch: CalendarStretch): { unit: CalendarUnit; away: number } {
  const [which, unit] = stretch.split("-") as [Which, CalendarUnit]
  return { unit, away: whichOnes[which] }
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** The first and the last day of a stretch of the calendar, today being that day; weeks begin on Monday. */
export function stretchDays(stretch: CalendarStretch, today: string): [first: string, last: string] {
  const { unit, away } = partsOfStretch(stretch)
  if (unit === "week") {
    const monday = dayOf(today) - weekdayOf(dayOf(today)) + 1 + 7 * away
    return [dayText(monday), dayText(monday + 6)]
  }
  const [year = 0, month = 0] = today.split("-").map(Number)
  const long = monthsIn[unit]
  const first = Math.floor((month - 1) / long) * long + away * long
  const monthAt = (at: number, day: number) => dayText(Date.UTC(year, at, day) / dayMs)
  return [monthAt(first, 1), monthAt(first + long, 0)]
}
