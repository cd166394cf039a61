import { cache } from "react"
import { prospectCountsSql, readProspectCounts } from "@/lib/commerce/prospects/count-by-status"
import { unreadSql } from "@/lib/identity/notifications"
import { Prisma } from "@/lib/platform/db"
import { type RunUnderWay, runsUnderWaySql } from "@/lib/platform/runs-under-way"
import { askOften } from "@/lib/platform/statement"
import { catchUpWithTally, isTallyBehindSql } from "@/lib/sales/fold-tally"
import { readViewCounts, viewCountsSql } from "@/lib/sales/view-counts"
import { integrationState, mapStatesSql, readMapStates } from "./integration-state"

type Counted = {
  sales: unknown
  prospects: unknown
  maps: unknown
  unread: number
  approvals: number
  runs: RunUnderWay[]
  isBehind: boolean
}

/** How many decisions wait for a second person; a hundred is many. */
const waitingSql = Prisma.sql`(select count(*)::int from (select 1 from platform.approval where state = 'waiting' limit 100) waiting)`

/**
 * What every page of the office says around its sheet: counts of both stores and how the integration stands. One statement, once in a request.
 * Where no worker folds the tally, it sets that going, and does not wait for it.
 */
export const getOfficeCounts = cache(async (viewerId: string) => {
  const [counted] = await askOften<Counted>(
    Prisma.sql`select ${viewCountsSql(viewerId)} as sales, ${prospectCountsSql} as prospects, ${mapStatesSql} as maps, ${unreadSql(viewerId)} as unread,
      ${waitingSql} as approvals,
      ${runsUnderWaySql(viewerId)} as runs, ${isTallyBehindSql} as "isBehind"`,
  )
  if (counted?.isBehind) void catchUpWithTally()
  return {
    ...readViewCounts(counted?.sales),
    prospects: readProspectCounts(counted?.prospects),
    unread: counted?.unread ?? 0,
    approvals: counted?.approvals ?? 0,
    runs: counted?.runs ?? [],
    integration: integrationState(readMapStates(counted?.maps)),
  }
})
