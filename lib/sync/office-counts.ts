import { cache } from "react"
import { prospectCountsSql, readProspectCounts } from "@/lib/commerce/prospects/count-by-status"
import { unreadSql } from "@/lib/identity/notifications"
import { Prisma } from "@/lib/platform/db"
import { askOften } from "@/lib/platform/statement"
import { readViewCounts, viewCountsSql } from "@/lib/sales/view-counts"
import { integrationState, mapStatesSql, readMapStates } from "./integration-state"

type Counted = { sales: unknown; prospects: unknown; maps: unknown; unread: number }

/** What every page of the office says around its sheet: counts of both stores and how the integration stands. One statement, once in a request. */
export const getOfficeCounts = cache(async (viewerId: string) => {
  const [counted] = await askOften<Counted>(
    Prisma.sql`select ${viewCountsSql(viewerId)} as sales, ${prospectCountsSql} as prospects, ${mapStatesSql} as maps, ${unreadSql(viewerId)} as unread`,
  )
  return {
    ...readViewCounts(counted?.sales),
    prospects: readProspectCounts(counted?.prospects),
    unread: counted?.unread ?? 0,
    integration: integrationState(readMapStates(counted?.maps)),
  }
})
