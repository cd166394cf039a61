import type { Cursor, Keyed } from "./cursor"
import { Prisma } from "./db"
import { inTime, patiently } from "./impatient"
import { all, belongs, type Listing } from "./listing"

/** How many rows are looked at along the order, where the planner's own way took too long: some thirty milliseconds. */
const lookedAt = 20_000

/** Rows one after another. `stop`: the last row looked at, where more may lie beyond it. */
type Walked<Row> = { rows: Row[]; stop: Cursor | null; isSlow: boolean }

type Leg = { order: Prisma.Sql; where: Prisma.Sql[] }

/** A list beyond a place, onward or back. Empty values are a leg of their own, since SQL cannot compare with them. */
function legsOf({ sort, id, descending }: Listing, from: Cursor | null, onward: boolean): Leg[] {
  const isAscending = descending !== onward
  const [direction, beyond] = isAscending ? [Prisma.sql`asc`, Prisma.sql`>`] : [Prisma.sql`desc`, Prisma.sql`<`]
  const legs = sort.isNullable ? (isAscending ? ["filled", "empty"] : ["empty", "filled"]) : ["filled"]
  const start = from ? Math.max(0, legs.indexOf(from.value === null ? "empty" : "filled")) : 0
  return legs.slice(start).map((leg, at) => {
    const cursor = at === 0 ? from : null
    const isFilled = leg === "filled"
    const where: Prisma.Sql[] = []
    if (sort.isNullable) where.push(isFilled ? Prisma.sql`${sort.column} is not null` : Prisma.sql`${sort.column} is null`)
    if (cursor && isFilled) where.push(Prisma.sql`(${sort.column}, ${id}) ${beyond} (${cursor.value}::${sort.type}, ${cursor.id}::uuid)`)
    if (cursor && !isFilled) where.push(Prisma.sql`${id} ${beyond} ${cursor.id}::uuid`)
    return { where, order: isFilled ? Prisma.sql`${sort.column} ${direction}, ${id} ${direction}` : Prisma.sql`${id} ${direction}` }
  })
}

/**
 * Rows beyond a place in the list, onward or back. PostgreSQL chooses its way: along the order, or by the index of a condition. Where it guessed so
 * badly that its statement had to be ended, rows are looked at along the order, so many at a time, and whoever wants more goes on at `stop`.
 */
export async function walk<Row extends Keyed>(listing: Listing, from: Cursor | null, onward: boolean, limit: number): Promise<Walked<Row>> {
  const rows = from?.isSlow ? null : await walkPlanned<Row>(listing, from, onward, limit)
  return rows ? { rows, stop: null, isSlow: false } : walkAlong<Row>(listing, { from, onward, limit, most: lookedAt })
}

async function walkPlanned<Row extends Keyed>(
  listing: Listing,
  from: Cursor | null,
  onward: boolean,
  limit: number,
): Promise<Row[] | null> {
  const rows: Row[] = []
  for (const leg of legsOf(listing, from, onward)) {
    if (rows.length >= limit) break
    const found = await inTime<Row>(legSql(listing, leg, limit - rows.length))
    if (!found) return null
    rows.push(...found)
  }
  return rows
}

type Along = { from: Cursor | null; onward: boolean; limit: number; most: number }

/** Rows beyond a place, found by looking at no more than `most` rows along the order. */
export async function walkAlong<Row extends Keyed>(listing: Listing, { from, onward, limit, most }: Along): Promise<Walked<Row>> {
  const rows: Row[] = []
  for (const leg of legsOf(listing, from, onward)) {
    const looked = await lookAlong<Row>(listing, leg, limit - rows.length, most)
    rows.push(...looked.rows)
    if (looked.stop || rows.length >= limit) return { rows, stop: looked.stop, isSlow: true }
  }
  return { rows, stop: null, isSlow: true }
}

const legSql = (listing: Listing, leg: Leg, limit: number) => Prisma.sql`
  select ${listing.id} as id, ${listing.sort.column}::text as "sortValue", ${listing.columns}
  from ${listing.from} where ${all([belongs(listing), ...leg.where])} order by ${leg.order} limit ${limit}`

type Looked = Keyed & { stopId: string; stopValue: string | null; looked: number; found: boolean }

/** What fits among the next `most` rows of the order; its cost is theirs, whatever is asked. */
async function lookAlong<Row extends Keyed>(listing: Listing, { order, where }: Leg, limit: number, most: number) {
  const { id, from, bare = from, sort, columns, within } = listing
  const rows = await patiently<Row & Looked>(Prisma.sql`
    with looked as materialized (
      select id, "sortValue", row_number() over () as place from (
        select ${id} as id, ${sort.column}::text as "sortValue" from ${bare}
        where ${all([...within, ...where])} order by ${order} limit ${most}) along
    ), fits as (
      select looked.*, shown.* from looked cross join lateral (
        select ${columns} from ${from} where ${all([Prisma.sql`${id} = looked.id`, ...listing.narrowed])} offset 0) shown
      order by looked.place limit ${limit}
    )
    select fits.*, fits.id is not null as found, last.id as "stopId", last."sortValue" as "stopValue", last.place::int as looked
    from (select * from looked order by place desc limit 1) last left join fits on true order by fits.place`)
  const found = rows.filter((row) => row.found)
  const [last] = rows
  const isAll = !last || last.looked < most || found.length >= limit
  const stop: Cursor | null = isAll ? null : { value: last.stopValue, id: last.stopId, place: null, isSlow: true }
  return { rows: found as Row[], stop }
}
