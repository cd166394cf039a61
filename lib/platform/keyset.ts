import { db, Prisma } from "@/lib/platform/db"
import { countRows } from "./count"
import type { Counted } from "./counted"
import { type Cursor, cursorAt, type Keyed, readCursor, writeCursor } from "./cursor"
import { all, belongs, type Listing } from "./listing"
import { walk } from "./walk"

export const pageSize = 50

/** Rows one after another, the cursors of their neighbours, and the place of the first; null when nobody counted so far. */
export type Stretch<Row> = { rows: Row[]; previous: string | null; next: string | null; place: number | null }

/** A stretch with how many rows the whole list has. */
export type Page<Row> = Stretch<Row> & Counted

/** Where a page begins: after or before a cursor, at the list's end, or else at its beginning. */
export type Asked = { after: string | null; before: string | null; isEnd?: boolean }

/** One page of a list, uncounted. A cursor that cannot be read counts as none. */
export async function readStretch<Row extends Keyed>(listing: Listing, asked: Asked): Promise<Stretch<Row>> {
  const before = readCursor(asked.before, listing.sort)
  const from = asked.isEnd ? null : (before ?? readCursor(asked.after, listing.sort))
  const isBack = before !== null || asked.isEnd === true
  const { rows: found, stop, isSlow } = await walk<Row>(listing, from, !isBack, pageSize + 1)
  const isMoreBeyond = found.length > pageSize || stop !== null
  const rows = isBack ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize)
  const place = placeOf(from, rows.length, isBack, isMoreBeyond)
  const lastPlace = place === null ? null : place + rows.length - 1
  const edge = (row: Row | undefined, at: number | null) => (row ? writeCursor(cursorAt(row, at, isSlow)) : null)
  const goesOn = (row: Row | undefined, at: number | null) => (stop ? writeCursor({ ...stop, place: at }) : edge(row, at))
  return {
    rows,
    place,
    previous: isBack ? (isMoreBeyond ? goesOn(rows[0], stop ? null : place) : null) : from && edge(rows[0], place),
    next: isBack ? before && edge(rows.at(-1), lastPlace) : isMoreBeyond ? goesOn(rows.at(-1), lastPlace) : null,
  }
}

function placeOf(from: Cursor | null, length: number, isBack: boolean, isMoreBeyond: boolean): number | null {
  if (isBack) return isMoreBeyond ? (from?.place ? Math.max(1, from.place - length) : null) : 1
  if (!from) return 1
  return from.place === null ? null : from.place + 1
}

/** How many rows a list has at least, as far as a stretch of it tells; exactly, where it is seen whole. */
export function seenOf({ rows, place, next }: Stretch<unknown>): Counted {
  return { total: rows.length + (place ?? 1) - 1, isMore: next !== null || place === null }
}

/** One page of a list, and how many rows the list has; as far as the page tells, where they are too many to count in time. */
export async function readPage<Row extends Keyed>(listing: Listing, asked: Asked): Promise<Page<Row>> {
  const [stretch, counted] = await Promise.all([readStretch<Row>(listing, asked), countRows([listing])])
  return { ...stretch, ...(counted?.[0] ?? seenOf(stretch)) }
}

/** The rows of a list that have these ids, in no order; those that the list does not hold are left out. */
export async function readThese<Row extends Keyed>(listing: Listing, ids: readonly string[]): Promise<Row[]> {
  const { id, columns, from, sort } = listing
  return db.$queryRaw<Row[]>`
    select ${id} as id, ${sort.column}::text as "sortValue", ${columns}
    from ${from} where ${all([Prisma.sql`${id} = any(${ids}::uuid[])`, belongs(listing)])} limit ${ids.length}`
}

/** So often a record's neighbour is looked for further along an order in which hardly any row fits. */
const steps = 5

async function nextTo(listing: Listing, here: Cursor, onward: boolean): Promise<string | null> {
  let from = here
  for (let step = 0; step < steps; step++) {
    const { rows, stop } = await walk<Keyed>(listing, from, onward, 1)
    if (rows[0] || !stop) return rows[0]?.id ?? null
    from = stop
  }
  return null
}

/** The records before and after one in a list, by id; a record that the list does not hold has the neighbours that it would have. */
export async function neighbours(listing: Listing, recordId: string): Promise<{ previous: string | null; next: string | null }> {
  const [here] = await db.$queryRaw<Keyed[]>`
    select ${listing.id} as id, ${listing.sort.column}::text as "sortValue" from ${listing.from} where ${listing.id} = ${recordId}::uuid`
  if (!here) return { previous: null, next: null }
  const from = cursorAt(here, 1, false)
  const [previous, next] = await Promise.all([nextTo(listing, from, false), nextTo(listing, from, true)])
  return { previous, next }
}
