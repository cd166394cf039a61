import { cursorAt, type Keyed, writeCursor } from "./cursor"
import { db, Prisma } from "./db"
import { inTime } from "./impatient"
import { belongs, type Listing } from "./listing"
import { walkAlong } from "./walk"

/** The first rows of a list, and the cursor of what lies beyond them. */
export type First<Row> = { rows: Row[]; next: string | null }

/** In a lane so many rows are looked at, where one statement for all of them took too long. */
const lookedAt = 2_000

/** The first rows of several lists of one shape, in one statement; where that took too long, along the order of each. */
export async function readFirsts<Row extends Keyed>(listings: readonly Listing[], most: number): Promise<First<Row>[]> {
  if (listings.length === 0) return []
  const lanes = listings.map((listing, lane) => {
    const { from, id, sort, columns, descending } = listing
    const direction = descending ? Prisma.sql`desc` : Prisma.sql`asc`
    return Prisma.sql`(select ${lane}::int as lane, ${id} as id, ${sort.column}::text as "sortValue", ${columns}
      from ${from} where ${belongs(listing)} order by ${sort.column} ${direction}, ${id} ${direction} limit ${most + 1})`
  })
  const found = await inTime<Row & { lane: number }>(Prisma.join(lanes, " union all "))
  return Promise.all(
    listings.map(async (listing, at) => {
      const { rows, stop, isSlow } = found
        ? { rows: found.filter(({ lane }) => lane === at) as Row[], stop: null, isSlow: false }
        : await walkAlong<Row>(listing, { from: null, onward: true, limit: most + 1, most: lookedAt })
      const first = rows.slice(0, most)
      const last = first.at(-1)
      const beyond = rows.length > most && last ? cursorAt(last, most, isSlow) : stop && { ...stop, place: rows.length }
      return { rows: first, next: beyond && writeCursor(beyond) }
    }),
  )
}

/** The values that a column has, each found by one step in its index. */
export async function readDistinct(from: Prisma.Sql, column: Prisma.Sql, most: number): Promise<string[]> {
  const found = await db.$queryRaw<{ value: string }[]>`
    with recursive lane as (
      (select ${column} as value from ${from} where ${column} is not null order by ${column} limit 1)
      union all
      select (select ${column} from ${from} where ${column} > lane.value order by ${column} limit 1) from lane where lane.value is not null)
    select value::text as value from lane where value is not null limit ${most}`
  return found.map(({ value }) => value)
}
