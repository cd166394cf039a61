const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

const partsOf = (day: string) => {
  const [year = "", month = "", date = ""] = day.split("-")
  return { year, month: months[Number(month) - 1] ?? "", date: String(Number(date)) }
}

/** "31 Aug" */
export const shortDay = (day: string): string => `${partsOf(day).date} ${partsOf(day).month.slice(0, 3)}`
/** "Aug 2026" */
export const shortMonth = (day: string): string => `${partsOf(day).month.slice(0, 3)} ${partsOf(day).year}`
/** "31 August" */
export const longDay = (day: string): string => `${partsOf(day).date} ${partsOf(day).month}`

/** "31 August to 22 November 2026"; with both years where they differ. */
export function stretchText({ from, to }: { from: string; to: string }): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  return `${longDay(from)}${start.year === end.year ? "" : ` ${start.year}`} to ${longDay(to)} ${end.year}`
}

/** Hours as people say them: "6 days", "20 hours". The number and its unit apart, since one is written large. */
export function spanOf(hours: number): { number: string; unit: string } {
  if (hours < 1) return { number: "under 1", unit: "hour" }
  const isDays = hours >= 48
  const number = isDays ? hours / 24 : hours
  const rounded = number < 10 && isDays ? Math.round(number * 2) / 2 : Math.round(number)
  const noun = isDays ? "day" : "hour"
  return { number: String(rounded), unit: rounded === 1 ? noun : `${noun}s` }
}

export const spanText = (hours: number): string => Object.values(spanOf(hours)).join(" ")

export const percent = (part: number, whole: number): string | undefined =>
  whole > 0 ? `${Math.round((part / whole) * 100)} %` : undefined
