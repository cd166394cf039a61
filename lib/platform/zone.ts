export const dayMs = 86_400_000
const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" })
  formats.set(zone, made)
  return made
}

/** Whether this is the name of a time zone, such as Europe/Copenhagen. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone !== "" && !/^[+-]/.test(zone) && formatOf(zone) !== undefined
  } catch {
    return false
  }
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds, as its rules say. */
function askOffset(zone: string, at: number): number {
  const name = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? "") ?? []
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === "-" ? -ahead : ahead
}

/** Twelve days: no zone changes its clocks twice in so short a time. */
const spanMs = 2 ** 30
const mostSpans = 5_000
const offsets = new Map<string, Map<number, number | null>>()

/**
 * How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. What was once found for a span of days in which the clocks do not
 * change is kept: asking costs a hundred times what a page of times costs otherwise.
 */
export function offsetAt(zone: string, at: number): number {
  const spans = offsets.get(zone) ?? new Map<number, number | null>()
  offsets.set(zone, spans)
  const span = Math.floor(at / spanMs)
  const known = spans.get(span)
  if (typeof known === "number") return known
  if (known === null) return askOffset(zone, at)
  if (Number.isNaN(at)) return 0
  const [first, last] = [askOffset(zone, span * spanMs), askOffset(zone, (span + 1) * spanMs)]
  if (spans.size >= mostSpans) spans.clear()
  spans.set(span, first === last ? first : null)
  return first === last ? first : askOffset(zone, at)
}

/** The day that the calendar on the wall shows at an instant, counted from 1970-01-01. */
export const wallDay = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / dayMs)

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** A day as `2026-11-30`, and back. */
export const dayText = (day: number): string => dayTextOf(new Date(day * dayMs))
export const dayOf = (text: string): number => Date.parse(text) / dayMs

/** A day so many days after another: "2026-12-01". */
export const dayPlus = (day: string, days: number): string => dayText(dayOf(day) + days)

/** The day of a moment on the calendar of UTC, by which dates are stored: "2026-11-30". */
export const dayTextOf = (at: Date): string => at.toISOString().slice(0, 10)

/** The instant between two others at which a zone changes its clocks. */
function changeBetween(zone: string, early: number, late: number): number {
  const before = offsetAt(zone, early)
  let [from, to] = [early, late]
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000
    if (offsetAt(zone, middle) === before) from = middle
    else to = middle
  }
  return to
}

/**
 * Gives, for one day on the wall, the instants at which its minutes begin. Never runs backwards: an hour that the clocks skip is the instant at
 * which they do, and of an hour that they show twice it is the first.
 */
export function wallClockOf(zone: string, day: number): (minute: number) => number {
  const midnight = day * dayMs
  const [before, after] = [offsetAt(zone, midnight - dayMs), offsetAt(zone, midnight + 2 * dayMs)]
  if (before === after) return (minute) => midnight + minute * minuteMs - before
  const change = changeBetween(zone, midnight - dayMs, midnight + 2 * dayMs)
  return (minute) => {
    const wall = midnight + minute * minuteMs
    if (wall - before < change) return wall - before
    return Math.max(change, wall - after)
  }
}

/** What clock and calendar on the wall of a zone show at an instant, to the minute, as a browser's own field writes it: "2026-11-24T09:30". */
export const wallText = (zone: string, at: Date): string => new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(0, 16)

/** The day on the wall of a zone at an instant: "2026-11-24". */
export const dayIn = (zone: string, at: Date): string => wallText(zone, at).slice(0, 10)

/**
 * The instant at which the wall of a zone shows a day and a time, "2026-11-24T09:30": the first where it shows them twice, and null for what is no time,
 * or one that the clocks skip on that day.
 */
export function instantOf(zone: string, wall: string): Date | null {
  const midnight = Date.parse(`${wall.slice(0, 10)}T00:00Z`)
  const minute = (Date.parse(`${wall}Z`) - midnight) / minuteMs
  if (Number.isNaN(minute)) return null
  const at = new Date(wallClockOf(zone, midnight / dayMs)(minute))
  return wallText(zone, at) === wall ? at : null
}

/**
 * What a form gives for a moment that stood there before: the same moment where it gives back what it showed of it. A form knows no seconds, and of
 * an hour that the clocks show twice only one.
 */
export const unlessUnmoved = <Given extends Date | null>(zone: string, before: Date | null, given: Given): Given | Date =>
  before && given && wallText(zone, before) === wallText(zone, given) ? before : given

/** The instant at which a day begins on the wall of a zone, or a day so many days after it. */
export const startOfDay = (zone: string, day: string, plus = 0): Date => new Date(wallClockOf(zone, dayOf(day) + plus)(0))

/** A zone as people who live in it call its clocks: "Berlin time", "New York time", "UTC". */
export const clockName = (zone: string): string => (zone === "UTC" ? zone : `${zoneName(zone).split("/").at(-1)} time`)

/** How far a zone is from UTC at an instant, in words: "UTC", "UTC+5:30", "UTC−5". */
export function offsetText(zone: string, at: number): string {
  const ahead = Math.round(offsetAt(zone, at) / minuteMs)
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60]
  if (ahead === 0) return "UTC"
  return `UTC${ahead < 0 ? "−" : "+"}${hours}${minutes > 0 ? `:${String(minutes).padStart(2, "0")}` : ""}`
}

/** Zones that some browsers still call by a name of old. */
const renamed: Readonly<Record<string, string>> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Truk": "Pacific/Chuuk",
}

/** The name of a zone as people read it: "Europe/Berlin", "America/New York". */
export const zoneName = (zone: string): string => (renamed[zone] ?? zone).replaceAll("_", " ")

/** A zone and how far it is from UTC: "America/New York, UTC−5". */
export function zoneText(zone: string, at: number): string {
  const offset = offsetText(zone, at)
  return zone === offset ? zone : `${zoneName(zone)}, ${offset}`
}
