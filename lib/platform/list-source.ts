import { Prisma } from "@/lib/platform/db"
import { countRows } from "./count"
import type { Counted } from "./counted"
import type { Cell } from "./fields"
import { type Filter, fieldsIn } from "./filter"
import { type FieldColumns, filterSql, type Narrowing } from "./filter-sql"
import { type Asked, neighbours, type Page, readStretch, readThese, type Stretch, seenOf } from "./keyset"
import type { ListQuery, WorkShape } from "./list-query"
import type { Listing } from "./listing"
import type { SortKey } from "./sort-keys"
import { contains } from "./text-sql"

/** Where the rows of a list come from: its shape's names, in SQL. */
export type ListSource<Sort extends string = string, View extends string = string> = Narrowing & {
  shape: WorkShape<Sort, View>
  from: Prisma.Sql
  /** The rows alone, where others are joined to them only to be shown and filtered by. */
  bare?: Prisma.Sql
  id: Prisma.Sql
  fields: FieldColumns
  /** What rules need of every row, whatever its columns: `"version"`, `"isOpen"`, `"ownerId"`. */
  judged: Prisma.Sql
  sorts: Record<Sort, SortKey>
  /** The sorts that run against what they are named after, as a wait runs against its beginning. */
  reversed?: readonly Sort[]
  belongs: Record<View, (viewerId: string) => Prisma.Sql[]>
}

/** A row of a list: its cells stand in the order of the view's columns. */
export type ListRow = { id: string; version: number; isOpen: boolean; ownerId: string | null; cells: Cell[] }

/** The fields that a view shows, in order. */
export const shownFields = ({ columns }: WorkShape, query: ListQuery): readonly string[] =>
  query.columns?.map(({ field }) => field) ?? columns

/** Which rows belong to a view, as its search, filters and owner say, in its order. */
export function listingOf(source: ListSource, viewerId: string, query: ListQuery, now: Date): Listing {
  const { shape, from, bare, id, fields, search, told, traits, judged, sorts, belongs } = source
  const asked = (filter: Filter) => filterSql(filter, { fields: shape.fields, columns: fields, search, told, traits, viewerId, now })
  const within = [...(belongs[query.view]?.(viewerId) ?? []), ...(query.lane ? [asked(query.lane)] : [])]
  const narrowed = [...(query.q ? [contains(search, query.q)] : []), ...(query.where ? [asked(query.where)] : [])]
  const sort = sorts[query.sort]
  if (!sort) throw new Error(`${shape.key} has no order called ${query.sort}`)
  const isReversed = source.reversed?.includes(query.sort) ?? false
  const isJoined = fieldsIn(query.where).some((name) => fields[name]?.isJoined)
  const rows = { from, bare, isJoined, id, columns: columnsSql(source, query, judged) }
  return { ...rows, within, narrowed, sort, descending: (query.dir === "desc") !== isReversed }
}

function columnsSql({ shape, fields }: ListSource, query: ListQuery, judged: Prisma.Sql): Prisma.Sql {
  const shown = shownFields(shape, query).map((name, place) => {
    const field = fields[name]
    if (!field) throw new Error(`${shape.key} has no column for ${name}`)
    const value = field.drawn ?? field.shows ?? (field.type ? Prisma.sql`${field.column}::text` : field.column)
    return Prisma.sql`${value} as ${Prisma.raw(`"c${place}"`)}`
  })
  return Prisma.join([judged, ...shown])
}

type RawRow = { id: string; sortValue: string | null; version: number; isOpen: boolean; ownerId: string | null } & Record<string, unknown>

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.getTime()
  return (value ?? null) as Cell
}

/** Raw rows as the grid takes them: ids, and the cells in the order of the columns. Times are milliseconds since 1970. */
export function listRows(rows: readonly RawRow[], width: number): ListRow[] {
  const places = Array.from({ length: width }, (_, place) => `c${place}`)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    isOpen: row.isOpen,
    ownerId: row.ownerId,
    cells: places.map((place) => cellOf(row[place])),
  }))
}

/** A page of a list without its count, as somebody scrolls on. */
export async function readListOn(
  source: ListSource,
  viewerId: string,
  query: ListQuery,
  asked: Asked,
  now: Date,
): Promise<Stretch<ListRow>> {
  const stretch = await readStretch<RawRow>(listingOf(source, viewerId, query, now), asked)
  return { ...stretch, rows: listRows(stretch.rows, shownFields(source.shape, query).length) }
}

/** A page of a list as a viewer's view has it. It counts nothing: it knows how many rows there are at least, and of a short list all. */
export async function readList(source: ListSource, viewerId: string, query: ListQuery, now: Date): Promise<Page<ListRow>> {
  const stretch = await readListOn(source, viewerId, query, query, now)
  return { ...stretch, ...seenOf(stretch) }
}

/** How many rows a list has, to 10,000; null where counting takes too long. */
export async function countList(source: ListSource, viewerId: string, query: ListQuery, now: Date): Promise<Counted | null> {
  return (await countRows([listingOf(source, viewerId, query, now)]))?.[0] ?? null
}

/** Some rows of a list as they are now, by id; those that left the view are left out. */
export async function readListed(source: ListSource, viewerId: string, query: ListQuery, ids: readonly string[], now: Date) {
  if (ids.length === 0) return []
  const rows = await readThese<RawRow>(listingOf(source, viewerId, query, now), ids)
  return listRows(rows, shownFields(source.shape, query).length)
}

/** The records before and after one, in the order of the view that it was opened from. */
export const listNeighbours = (source: ListSource, viewerId: string, query: ListQuery, id: string, now: Date) =>
  neighbours(listingOf(source, viewerId, query, now), id)
