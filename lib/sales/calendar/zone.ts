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

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, at: number): number {
  const name = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? "") ?? []
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === "-" ? -ahead : ahead
}

/** The day that the calendar on the wall shows at an instant, counted from 1970-01-01. */
export const wallDay = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / dayMs)

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** A day as `2026-11-30`, and back. */
export const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
export const dayOf = (text: string): number => Date.parse(text) / dayMs

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
