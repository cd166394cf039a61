import { dayMs } from "@/lib/platform/zone"

/** Whole days between two moments, in words. */
export function daysText(from: Date, to: Date): string {
  const days = Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs))
  return days === 1 ? "1 day" : `${days} days`
}

/** A number with its noun: "1 lead", "2 leads". */
export const counted = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`

/** Names as people list them: "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
