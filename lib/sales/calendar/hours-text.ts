import { type Holiday, isDay, type WeekSpan } from "./business-time"

/** What was typed, read; or what is wrong with it, in words. */
export type Read<Value> = { value: Value } | { problem: string }

const two = (n: number) => String(n).padStart(2, "0")
const timeText = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The spans of a weekday as people write them: "09:00–12:00, 13:00–17:00"; empty for a day off. */
export const spansText = (week: readonly WeekSpan[], weekday: number): string =>
  week
    .filter(([day]) => day === weekday)
    .map(([, from, to]) => `${timeText(from)}–${timeText(to)}`)
    .join(", ")

function readTime(text: string): number | null {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? []
  if (hours === undefined) return null
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute <= 1440 ? minute : null
}

const mostSpans = 6

/** Reads the spans of a weekday. A span that ends before it begins goes on past midnight. */
export function readSpans(weekday: number, text: string): Read<WeekSpan[]> {
  const parts = text.split(/[,;]|\band\b/).filter((part) => part.trim() !== "")
  if (parts.length > mostSpans) return { problem: `Enter at most ${mostSpans} spans a day` }
  const spans: WeekSpan[] = []
  for (const part of parts) {
    const [from = null, to = null, ...more] = part.split(/[-–—]|\bto\b/).map(readTime)
    if (from === null || to === null || more.length > 0 || from === 1440)
      return { problem: `"${part.trim()}" is not a span. Write it as 09:00–17:00` }
    if (from === to) return { problem: `"${part.trim()}" has no length. For a whole day write 00:00–24:00` }
    spans.push([weekday, from, to])
  }
  spans.sort(([, one], [, other]) => one - other)
  const meeting = spans.find(([, from], place) => {
    const [, before, until = 0] = spans[place - 1] ?? []
    return before !== undefined && (until < before || from < until)
  })
  return meeting ? { problem: "These spans overlap" } : { value: spans }
}

/** Holidays as people write them, one a line: "2026-12-24 Christmas Eve"; "12-25 Christmas Day" for one that comes every year. */
export const holidaysText = (holidays: readonly Holiday[]): string =>
  holidays.map(({ day, name, isYearly }) => `${isYearly ? day.slice(5) : day} ${name}`.trim()).join("\n")

/** A yearly day is kept in a leap year, so that 29 February is one too. */
const leapYear = "2024"
const mostHolidays = 300
const longestName = 80

/** Reads holidays, one a line, sorted: the yearly ones first. */
export function readHolidays(text: string): Read<Holiday[]> {
  const lines = text.split("\n").flatMap((line) => line.trim() || [])
  if (lines.length > mostHolidays) return { problem: `Enter at most ${mostHolidays} holidays` }
  const holidays = new Map<string, Holiday>()
  for (const line of lines) {
    const [, date = "", name = ""] = /^((?:\d{4}-)?\d{2}-\d{2})(?:\s+(.*))?$/.exec(line) ?? []
    const isYearly = date.length === 5
    const day = isYearly ? `${leapYear}-${date}` : date
    if (!isDay(day))
      return { problem: `"${line.slice(0, 40)}" does not begin with a date. Write 2026-12-24 Christmas Eve, or 12-25 Christmas Day` }
    if (name.length > longestName) return { problem: `Keep the name of a holiday under ${longestName} characters` }
    holidays.set(date, { day, name: name.trim(), isYearly })
  }
  return {
    value: [...holidays.values()].sort((one, other) => Number(other.isYearly) - Number(one.isYearly) || one.day.localeCompare(other.day)),
  }
}

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const

const shortDays = weekdays.map((day) => day.slice(0, 3))

/** A week in one line: "Mon–Fri 09:00–17:00, Sat 10:00–14:00". */
export function weekText(week: readonly WeekSpan[]): string {
  const runs: { first: number; last: number; text: string }[] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    const text = spansText(week, weekday)
    const last = runs.at(-1)
    if (last && last.text === text) last.last = weekday
    else runs.push({ first: weekday, last: weekday, text })
  }
  return runs
    .filter(({ text }) => text !== "")
    .map(({ first, last, text }) => {
      const days = first === last ? shortDays[first - 1] : `${shortDays[first - 1]}–${shortDays[last - 1]}`
      return `${days} ${text}`
    })
    .join("; ")
}
