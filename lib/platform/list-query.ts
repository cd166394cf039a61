import { z } from "zod"

/** What a list offers in its URL: filters by name with their values, orders by name with the direction in which each starts. */
export type ListShape<Filter extends string = string, Sort extends string = string> = {
  path: string
  filters: Record<Filter, readonly string[]>
  sorts: Record<Sort, "asc" | "desc">
  firstSort: Sort
}

/** What the URL of a list asks for, checked; whatever is malformed counts as not asked. */
export type ListQuery<Filter extends string = string, Sort extends string = string> = {
  q: string
  filters: Record<Filter, string | null>
  sort: Sort
  dir: "asc" | "desc"
  after: string | null
  before: string | null
}

export type SearchParams = Record<string, string | string[] | undefined>

const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => Object.keys(table) as Key[]
const oneOf = <Value extends string>(allowed: readonly Value[], value: unknown): Value | null =>
  allowed.find((one) => one === value) ?? null
const Search = z.string().trim().max(200).catch("")
const Cursor = z.string().max(600).nullable().catch(null)

export function readListQuery<Filter extends string, Sort extends string>(
  shape: ListShape<Filter, Sort>,
  params: SearchParams,
): ListQuery<Filter, Sort> {
  const sort = oneOf(keysOf(shape.sorts), params.sort) ?? shape.firstSort
  const filters = Object.fromEntries(keysOf(shape.filters).map((name) => [name, oneOf(shape.filters[name], params[name])]))
  return {
    q: Search.parse(params.q),
    filters: filters as Record<Filter, string | null>,
    sort,
    dir: oneOf(["asc", "desc"], params.dir) ?? shape.sorts[sort],
    after: Cursor.parse(params.after ?? null),
    before: Cursor.parse(params.before ?? null),
  }
}

/** What has to be said of a query in a URL; what goes without saying is left out. */
export function listParams(shape: ListShape, { q, filters, sort, dir, after, before }: ListQuery): Record<string, string> {
  const order = { sort: sort === shape.firstSort ? null : sort, dir: dir === shape.sorts[sort] ? null : dir }
  const said = { ...filters, q, ...order, after, before }
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

type Changes = { q?: string; filters?: Record<string, string | null>; sort?: string; dir?: "asc" | "desc"; after?: string; before?: string }

/** The list with some things asked otherwise; it starts at its first page unless a cursor is among them. */
export function listHref(shape: ListShape, query: ListQuery, { filters, ...changes }: Changes = {}): string {
  const asked = { ...query, after: null, before: null, ...changes, filters: { ...query.filters, ...filters } }
  return [shape.path, new URLSearchParams(listParams(shape, asked))].map(String).filter(Boolean).join("?")
}

/** The head of a column as a link to the same list in this order; a second click turns it round. */
export function sortLink(shape: ListShape, query: ListQuery, sort: string) {
  const isOn = query.sort === sort
  const turned = query.dir === "asc" ? ("desc" as const) : ("asc" as const)
  return {
    href: listHref(shape, query, { sort, dir: isOn ? turned : shape.sorts[sort] }),
    direction: isOn ? (query.dir === "asc" ? ("ascending" as const) : ("descending" as const)) : undefined,
  }
}

/** What a search box carries along: everything that is asked but the search itself and the place in the list. */
export function keptParams(shape: ListShape, query: ListQuery): Record<string, string> {
  return listParams(shape, { ...query, q: "", after: null, before: null })
}

/** What is searched for, for a page that takes `?q=` and nothing else. */
export const readSearch = (params: SearchParams): string => Search.parse(params.q)
