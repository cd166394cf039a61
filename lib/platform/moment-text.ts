import { knownZone, viewerZone } from "./viewer-zone"
import { offsetAt, offsetText, zoneText } from "./zone"

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
const two = (n: number) => String(n).padStart(2, "0")

/**
 * As `moment` "14 Nov, 09:12"; as `date`, the day of a moment, "30 Nov 2026"; as `clock` "09:12", as `second` "09:12:30"; for strangers, `zoned`:
 * "30 Nov 2026, 09:12 UTC+1". As `day`, for a date that has no zone: "30 Nov 2026", everywhere.
 */
export type MomentStyle = "moment" | "date" | "clock" | "second" | "zoned" | "day"

const parts = (at: Date, zone: string) => {
  const wall = new Date(at.getTime() + offsetAt(zone, at.getTime()))
  const month = MONTHS[wall.getUTCMonth()] ?? ""
  return { day: wall.getUTCDate(), month, year: wall.getUTCFullYear(), clock: `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}` }
}

/** A time in words, in the zone of whoever looks; the same on the server and in the browser. */
export function momentText(at: Date, style: MomentStyle = "moment", zone = viewerZone()): string {
  const { day, month, year, clock } = parts(at, style === "day" ? "UTC" : zone)
  if (style === "clock") return clock
  if (style === "second") return `${clock}:${two(at.getUTCSeconds())}`
  const date = `${day} ${month.slice(0, 3)}`
  if (style === "moment") return `${date}, ${clock}`
  return style === "zoned" ? `${date} ${year}, ${clock} ${offsetText(zone, at.getTime())}` : `${date} ${year}`
}

/** A time in full, with the zone: "14 November 2026, 09:12 (Europe/Berlin, UTC+1)"; a date without a zone is told without one. */
export function fullMomentText(at: Date, style: MomentStyle = "moment", zone = viewerZone()): string {
  const { day, month, year, clock } = parts(at, style === "day" ? "UTC" : zone)
  const date = `${day} ${month} ${year}`
  if (style === "day") return date
  return zone === "UTC" ? `${date}, ${clock} UTC` : `${date}, ${clock} (${zoneText(zone, at.getTime())})`
}

/** A time within a sentence that may outlive the one who reads it first, or that nobody in sight reads: where no zone is known it says UTC. */
export const toldMoment = (at: Date, style: MomentStyle = "moment"): string => `${momentText(at, style)}${knownZone() ? "" : " UTC"}`
