import { z } from "zod"

/** What a list of records offers: its views by name, its orders, its filters. */
export type ListShape<View extends string = string, Sort extends string = string> = {
  path: string
  views: Record<View, string>
  firstView: View
  /** Each order with the direction in which it starts. */
  sorts: Record<Sort, "asc" | "desc">
  firstSort: Sort
  /** Values of the Status filter. */
  statuses: readonly string[]
  hasOwner: boolean
}

/** What the URL of a list asks for, checked; whatever is malformed counts as not asked. */
export type ListQuery<View extends string = string, Sort extends string = string> = {
  view: View
  q: string
  status: string | null
  /** A person's id, `me` or `none`. */
  owner: string | null
  sort: Sort
  dir: "asc" | "desc"
  after: string | null
  before: string | null
}

export type SearchParams = Record<string, string | string[] | undefined>

const RecordId = z.uuid()

/** Whether something from a URL can be the id of a record. */
export const isRecordId = (value: unknown): value is string => RecordId.safeParse(value).success

const oneOf = <Value extends string>(allowed: readonly Value[], value: unknown): Value | null =>
  allowed.find((one) => one === value) ?? null
const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => Object.keys(table) as Key[]
const Owner = z
  .union([z.uuid(), z.enum(["me", "none"])])
  .nullable()
  .catch(null)
const Search = z
  .string()
  .transform((text) => text.replaceAll("\0", "").trim().slice(0, 200))
  .catch("")
const Cursor = z.string().max(600).nullable().catch(null)

export function readListQuery<View extends string, Sort extends string>(
  shape: ListShape<View, Sort>,
  params: SearchParams,
): ListQuery<View, Sort> {
  const sort = oneOf(keysOf(shape.sorts), params.sort) ?? shape.firstSort
  return {
    view: oneOf(keysOf(shape.views), params.view) ?? shape.firstView,
    q: Search.parse(params.q),
    status: oneOf(shape.statuses, params.status),
    owner: shape.hasOwner ? Owner.parse(params.owner ?? null) : null,
    sort,
    dir: oneOf(["asc", "desc"], params.dir) ?? shape.sorts[sort],
    after: Cursor.parse(params.after ?? null),
    before: Cursor.parse(params.before ?? null),
  }
}

/** What has to be said of a query in a URL; what goes without saying is left out. */
export function listParams(shape: ListShape, query: ListQuery): Record<string, string> {
  const { view, q, status, owner, sort, dir, after, before } = query
  const said = {
    view: view === shape.firstView ? null : view,
    q,
    status,
    owner,
    sort: sort === shape.firstSort ? null : sort,
    dir: dir === shape.sorts[sort] ? null : dir,
    after,
    before,
  }
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const address = (path: string, params: Record<string, string>) => [path, new URLSearchParams(params)].map(String).filter(Boolean).join("?")

/** The list with some things asked otherwise; it starts at its first page unless a cursor is among them. */
export function listHref(shape: ListShape, query: ListQuery, changes: Partial<ListQuery> = {}): string {
  return address(shape.path, listParams(shape, { ...query, after: null, before: null, ...changes }))
}

/** A record of the list, told from which list it was opened, so that it can step to the next. */
export function recordHref(shape: ListShape, query: ListQuery, id: string): string {
  return address(`${shape.path}/${id}`, listParams(shape, { ...query, after: null, before: null }))
}
