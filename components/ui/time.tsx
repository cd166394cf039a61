const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
const two = (n: number) => String(n).padStart(2, "0")

const parts = (at: Date) => {
  const month = MONTHS[at.getUTCMonth()] ?? ""
  return { day: at.getUTCDate(), month, year: at.getUTCFullYear(), clock: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}` }
}

export type MomentStyle = "moment" | "date"

/** A time in words, in UTC, the same on every machine: "14 Nov, 09:12"; as a date "30 Nov 2026". */
export function momentText(at: Date, style: MomentStyle = "moment") {
  const { day, month, year, clock } = parts(at)
  return style === "date" ? `${day} ${month.slice(0, 3)} ${year}` : `${day} ${month.slice(0, 3)}, ${clock}`
}

/** A time element; its title gives the full date with the zone. Takes a Date, an ISO text or milliseconds. */
export function Moment({ at, style = "moment" }: { at: Date | string | number; style?: MomentStyle }) {
  const date = new Date(at)
  const { day, month, year, clock } = parts(date)
  return (
    <time dateTime={date.toISOString()} title={`${day} ${month} ${year}, ${clock} UTC`} className="tabular-nums">
      {momentText(date, style)}
    </time>
  )
}
