import { dayPlus, startOfDay } from "@/lib/platform/zone"
import type { Period, Stretch } from "./period"

/**
 * Where a week or month of a zone begins at another hour than that of UTC, which the tally knows. What falls between the two hours is counted in a
 * stretch of UTC that it is not part of: it is taken from `loses` and given to `gains`, both named by their first day; null is outside of all stretches.
 */
export type Edge = { since: Date; until: Date; gains: string | null; loses: string | null }

/** The edges of stretches that follow one another: where each begins, and where the last is over. None in a zone that is UTC at all of them. */
export function edgesOf(stretches: readonly Stretch[], zone: string): Edge[] {
  const last = stretches.at(-1)
  const days = [...stretches.map(({ from }) => from), ...(last ? [dayPlus(last.to, 1)] : [])]
  return days.flatMap((day, at): Edge[] => {
    const [here, utc] = [startOfDay(zone, day), startOfDay("UTC", day)]
    const before = days[at - 1] ?? null
    if (here < utc) return [{ since: here, until: utc, gains: day, loses: before }]
    if (here > utc) return [{ since: utc, until: here, gains: before, loses: day }]
    return []
  })
}

/** The edges of a period's weeks and months, as `sales.moved_lines` reads them. */
export const edgesOfPeriod = ({ weeks, months, zone }: Period): (Edge & { span: "week" | "month" })[] => [
  ...edgesOf(weeks, zone).map((edge) => ({ ...edge, span: "week" as const })),
  ...edgesOf(months, zone).map((edge) => ({ ...edge, span: "month" as const })),
]
