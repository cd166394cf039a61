import { type Counted, countedTo } from "./counted"
import { Prisma } from "./db"
import { inTime } from "./impatient"
import { belongs, type Listing } from "./listing"

const counted = (total: number): Counted => ({ total: Math.min(total, countedTo), isMore: total > countedTo })

function countSql(listing: Listing): Prisma.Sql {
  const { from, bare = from, isJoined = false } = listing
  return Prisma.sql`(select count(*)::int from (select 1 from ${isJoined ? from : bare} where ${belongs(listing)} limit ${countedTo + 1}) counted)`
}

/** How many rows each of some lists has, counted to 10,000, in one statement; null where that takes longer than anybody waits for a number. */
export async function countRows(listings: readonly Listing[]): Promise<Counted[] | null> {
  if (listings.length === 0) return []
  const rows = await inTime<{ totals: number[] }>(Prisma.sql`select array[${Prisma.join(listings.map(countSql))}] as totals`)
  return rows && (rows[0]?.totals ?? []).map(counted)
}
