import { readListQuery } from "@/lib/platform/list-query"
import { countList } from "@/lib/platform/list-source"
import { leadSource } from "../leads/lead-source"
import { leadList } from "../leads/views"
import { opportunitySource } from "../opportunities/opportunity-source"
import { opportunityList } from "../opportunities/views"
import { type DashboardFigures, dashboardFigures } from "./figures"
import type { Figure, Whose } from "./links"
import { periodOf, type Weeks } from "./period"
import { readTallies } from "./tallies"
import { readTimerFigures } from "./timer-figures"

/** Every number on the dashboard that leads somewhere, wherever it stands. */
export function figuresIn(value: unknown): Figure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn)
  if (typeof value !== "object" || value === null) return []
  if ("href" in value && "n" in value) return [value as Figure]
  return Object.values(value).flatMap(figuresIn)
}

/** How many records the list at an address holds, for somebody who looks at it. */
export async function countAt(href: string, viewerId: string, now: Date): Promise<number | undefined> {
  const { pathname, searchParams } = new URL(href, "http://localhost")
  const params = Object.fromEntries(searchParams)
  const counted =
    pathname === "/sales/leads"
      ? await countList(leadSource, viewerId, readListQuery(leadList, params), now)
      : await countList(opportunitySource, viewerId, readListQuery(opportunityList, params), now)
  return counted?.total
}

/** The numbers of everybody, of one owner or of nobody. */
export async function figuresOf(whose: Whose, weeks: Weeks, now: Date): Promise<DashboardFigures> {
  const period = periodOf(weeks, now)
  const scope = whose === "everybody" ? "all" : (whose.owner ?? "none")
  const tallied = await readTallies({ scope, period, withSellers: whose === "everybody" })
  return dashboardFigures(tallied, { whose, period, timers: await readTimerFigures(whose) })
}
