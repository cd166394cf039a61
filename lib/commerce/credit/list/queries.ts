import type { Staff } from "@/lib/identity/actor"
import { Prisma } from "@/lib/platform/db"
import { inTime } from "@/lib/platform/impatient"
import { listNeighbours } from "@/lib/platform/list-source"
import { all } from "@/lib/platform/listing"
import { creditSource } from "./credit-source"
import { type CreditQuery, type CreditView, creditList } from "./views"

const views = Object.keys(creditList.views) as CreditView[]

/** How many organizations stand in each view, in one pass; null where that takes longer than anybody waits for a number. */
export async function countCreditViews(viewerId: string): Promise<Record<CreditView, number> | null> {
  const counts = views.map(
    (view) => Prisma.sql`(count(*) filter (where ${all(creditSource.belongs[view](viewerId))}))::int as ${Prisma.raw(`"${view}"`)}`,
  )
  const rows = await inTime<Record<CreditView, number>>(Prisma.sql`select ${Prisma.join(counts)} from ${creditSource.from}`)
  return rows?.[0] ?? null
}

/** The organizations before and after one, in the order of the list that its credit was opened from. */
export const creditNeighbours = (viewer: Staff, query: CreditQuery, id: string) =>
  listNeighbours(creditSource, viewer.id, query, id, new Date())
