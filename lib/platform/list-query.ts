import { z } from "zod"
import { isRecordId } from "@/lib/platform/record-href"

/**
 * What a list offers in its URL: views and filters by name, and orders by name with the direction in which each starts.
 * A filter takes one of its values, or with `person` somebody's id, `me` or `none`.
 */
export type ListShape<Filter extends string = string, Sort extends string = string, View extends string = string> = {
  path: string
  views: Record<View, string>
  firstView: View
  filters: Record<Filter, readonly string[] | "person">
  sorts: Record<Sort, "asc" | "desc">
  firstSort: Sort
}

/** What the URL of a list asks for, checked; whatever is malformed counts as not asked. */
export type ListQuery<Filter extends string = string, Sort extends string = string, View extends string = string> = {
  view: View
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
const somebody = (value: unknown) => oneOf(["me", "none"], value) ?? (typeof value === "string" && isRecordId(value) ? value : null)
const Search = z
  .string()
  .transform((text) => text.replaceAll("\0", "").trim().slice(0, 200))
  .catch("")
const Cursor = z.string().max(600).nullable().catch(null)

export function readListQuery<Filter extends string, Sort extends string, View extends string>(
  shape: ListShape<Filter, Sort, View>,
  params: SearchParams,
): ListQuery<Filter, Sort, View> {
  const sort = oneOf(keysOf(shape.sorts), params.sort) ?? shape.firstSort
  const chosen = (allowed: readonly string[] | "person", value: unknown) => (allowed === "person" ? somebody(value) : oneOf(allowed, value))
  const filters = Object.fromEntries(keysOf(shape.filters).map((name) => [name, chosen(shape.filters[name], params[name])]))
  return {
    view: oneOf(keysOf(shape.views), params.view) ?? shape.firstView,
    q: Search.parse(params.q),
    filters: filters as Record<Filter, string | null>,
    sort,
    dir: oneOf(["asc", "desc"], params.dir) ?? shape.sorts[sort],
    after: Cursor.parse(params.after ?? null),
    before: Cursor.parse(params.before ?? null),
  }
}

/** What has to be said of a query in a URL; what goes without saying is left out. */
export function listParams(shape: ListShape, { view, q, filters, sort, dir, after, before }: ListQuery): Record<string, string> {
  const said = {
    view: view === shape.firstView ? null : view,
    q,
    ...filters,
    sort: sort === shape.firstSort ? null : sort,
    dir: dir === shape.sorts[sort] ? null : dir,
    after,
    before,
  }
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const address = (path: string, params: Record<string, string>) => [path, new URLSearchParams(params)].map(String).filter(Boolean).join("?")

type Changes = Partial<Omit<ListQuery, "filters">> & { filters?: Record<string, string | null> }

/** The list with some things asked otherwise; it starts at its first page unless a cursor is among them. */
export function listHref(shape: ListShape, query: ListQuery, { filters, ...changes }: Changes = {}): string {
  const asked = { ...query, after: null, before: null, ...changes, filters: { ...query.filters, ...filters } }
  return address(shape.path, listParams(shape, asked))
}

/** A record of the list, told from which list it was opened, so that it can step to the next. */
export function listedHref(shape: ListShape, query: ListQuery, id: string): string {
  return address(`${shape.path}/${id}`, listParams(shape, { ...query, after: null, before: null }))
}

/** Whether a search or a filter narrows the view. */
export const isNarrowed = ({ q, filters }: ListQuery): boolean => q !== "" || Object.values(filters).some((value) => value !== null)

/** The whole view again, in the same order. */
export function wholeHref(shape: ListShape, query: ListQuery, view = query.view): string {
  return listHref(shape, { ...query, filters: {} }, { view, q: "" })
}

/**
 * The head of a column as a link to the same list in this order; a second click turns it round.
 * `isReversed`: what the column shows runs against its order, as an age runs against a date.
 */
export function sortLink(shape: ListShape, query: ListQuery, sort: string, isReversed = false) {
  const isOn = query.sort === sort
  const turned = query.dir === "asc" ? ("desc" as const) : ("asc" as const)
  const isAscending = (query.dir === "asc") !== isReversed
  return {
    href: listHref(shape, query, { sort, dir: isOn ? turned : shape.sorts[sort] }),
    direction: isOn ? (isAscending ? ("ascending" as const) : ("descending" as const)) : undefined,
  }
}

/** What a search box carries along: everything that is asked but the search itself and the place in the list. */
export function keptParams(shape: ListShape, query: ListQuery): Record<string, string> {
  return listParams(shape, { ...query, q: "", after: null, before: null })
}

/** What is searched for, for a page that takes `?q=` and nothing else. */
export const readSearch = (params: SearchParams): string => Search.parse(params.q)
