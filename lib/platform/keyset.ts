import { z } from "zod"
import { db, Prisma } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"
import type { SortKey } from "./sort-keys"

export const pageSize = 50
/** Counting stops here: an exact count of a million rows costs more than the page. */
export const countedTo = 10_000

/** A list as SQL: where the rows are, which of their columns are shown, which of them belong, in which order. */
export type Listing = {
  from: Prisma.Sql
  id: Prisma.Sql
  /** Each with its table's name, so that an order by one never means what is shown in its place. */
  columns: Prisma.Sql
  where: readonly Prisma.Sql[]
  sort: SortKey
  descending: boolean
}

type Keyed = { id: string; sortValue: string | null }
type Cursor = { value: string | null; id: string; place: number | null }

/** Rows one after another, the cursors of their neighbours, and the place of the first; null when nobody counted so far. */
export type Stretch<Row> = { rows: Row[]; previous: string | null; next: string | null; place: number | null }

/** A stretch with how many rows the whole list has (`isMore`: at least). */
export type Page<Row> = Stretch<Row> & { total: number; isMore: boolean }

const CursorParts = z.tuple([z.string().max(400).nullable(), z.uuid(), z.int().positive().nullable()])

const encodeCursor = ({ value, id, place }: Cursor) => Buffer.from(JSON.stringify([value, id, place])).toString("base64url")

function decodeCursor(text: string | null, { isNullable, accepts }: SortKey): Cursor | null {
  if (!text) return null
  try {
    const [value, id, place] = CursorParts.parse(JSON.parse(Buffer.from(text, "base64url").toString()))
    return (value === null ? isNullable : accepts(value)) ? { value, id, place } : null
  } catch {
    return null
  }
}

/** The cursor of a row that stands at a place. */
export const cursorAt = ({ id, sortValue }: Keyed, place: number): string => encodeCursor({ value: sortValue, id, place })

const all = (conditions: readonly Prisma.Sql[]) => (conditions.length > 0 ? Prisma.join([...conditions], " and ") : Prisma.sql`true`)

/**
 * Text that was typed, anywhere in a column of folded text. One or two letters are looked for where a word begins,
 * since an index of trigrams can find nothing shorter inside of words.
 */
export function contains(column: Prisma.Sql, typed: string): Prisma.Sql {
  const text = fold(typed)
  const pattern = text.replace(/[\\%_]/g, "\\$&")
  if (text.length > 2) return Prisma.sql`${column} like ${`%${pattern}%`}`
  return Prisma.sql`(${column} like ${`${pattern}%`} or ${column} like ${`% ${pattern}%`})`
}

/** Rows beyond a place in the list, onward or back. Empty values are a stretch of their own, since SQL cannot compare with them. */
async function walk<Row extends Keyed>(listing: Listing, from: Cursor | null, onward: boolean, limit: number): Promise<Row[]> {
  const { sort, id } = listing
  const isAscending = listing.descending !== onward
  const [direction, beyond] = isAscending ? [Prisma.sql`asc`, Prisma.sql`>`] : [Prisma.sql`desc`, Prisma.sql`<`]
  const stretches = sort.isNullable ? (isAscending ? ["filled", "empty"] : ["empty", "filled"]) : ["filled"]
  const start = from ? Math.max(0, stretches.indexOf(from.value === null ? "empty" : "filled")) : 0
  const rows: Row[] = []
  for (const [at, stretch] of stretches.entries()) {
    if (at < start || rows.length >= limit) continue
    const cursor = at === start ? from : null
    const isFilled = stretch === "filled"
    const where = [...listing.where]
    if (sort.isNullable) where.push(isFilled ? Prisma.sql`${sort.column} is not null` : Prisma.sql`${sort.column} is null`)
    if (cursor && isFilled) where.push(Prisma.sql`(${sort.column}, ${id}) ${beyond} (${cursor.value}::${sort.type}, ${cursor.id}::uuid)`)
    if (cursor && !isFilled) where.push(Prisma.sql`${id} ${beyond} ${cursor.id}::uuid`)
    const order = isFilled ? Prisma.sql`${sort.column} ${direction}, ${id} ${direction}` : Prisma.sql`${id} ${direction}`
    rows.push(
      ...(await db.$queryRaw<Row[]>`
        select ${id} as id, ${sort.column}::text as "sortValue", ${listing.columns}
        from ${listing.from} where ${all(where)} order by ${order} limit ${limit - rows.length}`),
    )
  }
  return rows
}

async function count({ from, where }: Listing): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (select 1 from ${from} where ${all(where)} limit ${countedTo + 1}) counted`
  return counted?.total ?? 0
}

/** Where a page begins: after or before a cursor, at the list's end, or else at its beginning. */
export type Asked = { after: string | null; before: string | null; isEnd?: boolean }

/** One page of a list, uncounted. A cursor that cannot be read counts as none. */
export async function readStretch<Row extends Keyed>(listing: Listing, asked: Asked): Promise<Stretch<Row>> {
  const before = decodeCursor(asked.before, listing.sort)
  const from = before ?? decodeCursor(asked.after, listing.sort)
  const isBack = before !== null || asked.isEnd === true
  const found = await walk<Row>(listing, asked.isEnd ? null : from, !isBack, pageSize + 1)
  const isMoreBeyond = found.length > pageSize
  const rows = isBack ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize)
  const place = placeOf(from, rows.length, isBack, isMoreBeyond)
  const cursorOf = (row: Row | undefined, at: number | null) => (row ? encodeCursor({ value: row.sortValue, id: row.id, place: at }) : null)
  return {
    rows,
    place,
    previous: (isBack ? isMoreBeyond : from !== null) ? cursorOf(rows[0], place) : null,
    next: before || (!isBack && isMoreBeyond) ? cursorOf(rows.at(-1), place && place + rows.length - 1) : null,
  }
}

function placeOf(from: Cursor | null, length: number, isBack: boolean, isMoreBeyond: boolean): number | null {
  if (isBack) return isMoreBeyond ? (from?.place ? Math.max(1, from.place - length) : null) : 1
  return from ? from.place && from.place + 1 : 1
}

/** One page of a list, and how many rows the list has. */
export async function readPage<Row extends Keyed>(listing: Listing, asked: Asked): Promise<Page<Row>> {
  const [stretch, total] = await Promise.all([readStretch<Row>(listing, asked), count(listing)])
  return { ...stretch, total: Math.min(total, countedTo), isMore: total > countedTo }
}

/** The rows of a list that have these ids, in no order; those that the list does not hold are left out. */
export async function readThese<Row extends Keyed>({ id, columns, from, where, sort }: Listing, ids: readonly string[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select ${id} as id, ${sort.column}::text as "sortValue", ${columns}
    from ${from} where ${all([Prisma.sql`${id} = any(${ids}::uuid[])`, ...where])} limit ${ids.length}`
}

/** The records before and after one in a list, by id; a record that the list does not hold has the neighbours that it would have. */
export async function neighbours(listing: Listing, recordId: string): Promise<{ previous: string | null; next: string | null }> {
  const [here] = await db.$queryRaw<Keyed[]>`
    select ${listing.id} as id, ${listing.sort.column}::text as "sortValue" from ${listing.from} where ${listing.id} = ${recordId}::uuid`
  if (!here) return { previous: null, next: null }
  const from = { value: here.sortValue, id: here.id, place: 1 }
  const [back, onward] = await Promise.all([walk(listing, from, false, 1), walk(listing, from, true, 1)])
  return { previous: back[0]?.id ?? null, next: onward[0]?.id ?? null }
}

type LaneRow = Keyed & { lane: number; laneTotal: number }

/** The first rows of several lists of one shape, each with its count, in one statement. */
export async function readFirsts<Row extends Keyed>(listings: readonly Listing[], most: number): Promise<(Row & LaneRow)[]> {
  if (listings.length === 0) return []
  const lanes = listings.map(({ from, where, id, sort, columns, descending }, lane) => {
    const direction = descending ? Prisma.sql`desc` : Prisma.sql`asc`
    const counted = Prisma.sql`(select count(*)::int from (select 1 from ${from} where ${all(where)} limit ${countedTo + 1}) counted)`
    return Prisma.sql`(select ${lane}::int as lane, ${counted} as "laneTotal", ${id} as id, ${sort.column}::text as "sortValue", ${columns}
      from ${from} where ${all(where)} order by ${sort.column} ${direction}, ${id} ${direction} limit ${most + 1})`
  })
  return db.$queryRaw<(Row & LaneRow)[]>`${Prisma.join(lanes, " union all ")}`
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
