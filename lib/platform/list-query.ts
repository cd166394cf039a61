import { z } from "zod"
import { heldWidth } from "@/lib/platform/column-width"
import type { Fields } from "@/lib/platform/fields"
import { allOf, type Filter as Filters, filterText, readFilter, shortConditions } from "@/lib/platform/filter"
import { isRecordId } from "@/lib/platform/record-href"

/**
 * What a list offers in its URL: views and filters by name, and orders by name with the direction in which each starts.
 * A filter takes one of its values, or with `person` somebody's id, `me` or `none`, with `record` a record's id, with `day` a date.
 */
export type ListShape<Filter extends string = string, Sort extends string = string, View extends string = string> = {
  path: string
  views: Record<View, string>
  firstView: View
  filters: Record<Filter, readonly string[] | FilterOfKind>
  sorts: Record<Sort, "asc" | "desc">
  firstSort: Sort
  /** Orders that say something in some views alone, such as by owner where rows have one. */
  sortsIn?: Partial<Record<Sort, readonly View[]>>
  /** Only where views are made by people: the fields that can be shown and filtered by, those shown unless a view says otherwise, those to group by. */
  fields?: Fields
  columns?: readonly string[]
  groups?: readonly string[]
  /** What a card of the board shows below its name. */
  card?: readonly string[]
}

export type FilterOfKind = "person" | "record" | "day"

/** A shape whose views are made by people: what narrows it is their filter. */
export type WorkShape<Sort extends string = string, View extends string = string> = ListShape<never, Sort, View> &
  Required<Pick<ListShape, "fields" | "columns" | "groups">> & {
    key: WorkListKey
    /** What its rows are: "lead", "leads". */
    noun: readonly [one: string, many: string]
  }
export type WorkListKey = "leads" | "opportunities" | "accounts" | "contacts" | "prospects" | "customers" | "hierarchies" | "credit"

/** A column as a view shows it; the width in pixels where somebody drew it. */
export type ColumnChoice = { field: string; width: number | null }
export type Layout = "grid" | "board"

/** A view that somebody saved: what it asks for, as the parameters of a URL. */
export type SavedView = { id: string; name: string; definition: Readonly<Record<string, string>> }

/** What the URL of a list asks for, checked; whatever is malformed counts as not asked. */
export type ListQuery<Filter extends string = string, Sort extends string = string, View extends string = string> = {
  view: View
  q: string
  filters: Record<Filter, string | null>
  where: Filters | null
  /** The condition of the lane of a board that alone is asked for. */
  lane?: Filters
  /** Null: the columns that the list shows by itself. */
  columns: readonly ColumnChoice[] | null
  group: string | null
  layout: Layout
  sort: Sort
  dir: "asc" | "desc"
  after: string | null
  before: string | null
  /** The saved view that this started from. */
  saved: SavedView | null
  /** The list opens with a view that somebody made its default: every other one is named in its URL. */
  isNamed: boolean
}

export type SearchParams = Record<string, string | string[] | undefined>

const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => Object.keys(table) as Key[]
const oneOf = <Value extends string>(allowed: readonly Value[], value: unknown): Value | null =>
  allowed.find((one) => one === value) ?? null
const somebody = (value: unknown) => oneOf(["me", "none"], value) ?? (typeof value === "string" && isRecordId(value) ? value : null)
const record = (value: unknown) => (typeof value === "string" && isRecordId(value) ? value : null)
const day = (value: unknown) =>
  typeof value === "string" && /^[12]\d{3}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value)
    ? value
    : null
const ofKind: Record<FilterOfKind, (value: unknown) => string | null> = { person: somebody, record, day }
const Search = z
  .string()
  .transform((text) => text.replaceAll("\0", "").trim().slice(0, 200))
  .catch("")
const Cursor = z.string().max(600).nullable().catch(null)

/** What a URL says to take something off that its saved view has. */
const off = "-"

function readColumns({ fields = {}, columns = [] }: ListShape, text: unknown): readonly ColumnChoice[] | null {
  if (typeof text !== "string" || text.length > 2000) return null
  const [name] = columns
  const seen = new Set<string>()
  const chosen = text.split(",").flatMap((part) => {
    const [field = "", width = ""] = part.split(":")
    if (!Object.hasOwn(fields, field) || seen.has(field)) return []
    seen.add(field)
    return { field, width: /^\d{2,3}$/.test(width) ? heldWidth(Number(width)) : null }
  })
  if (chosen.length === 0 || !name) return null
  const first = chosen.find(({ field }) => field === name) ?? { field: name, width: null }
  return otherThan(columns, [first, ...chosen.filter((column) => column !== first)])
}

/** The choices; null where they are the list's own. */
export function otherThan(own: readonly string[], choices: readonly ColumnChoice[]): readonly ColumnChoice[] | null {
  const isOwn = choices.length === own.length && choices.every(({ field, width }, at) => field === own[at] && !width)
  return isOwn ? null : choices
}

const columnsText = (columns: readonly ColumnChoice[] | null): string =>
  (columns ?? []).map(({ field, width }) => (width ? `${field}:${width}` : field)).join(",")

/** The orders that a view can be in. */
export const sortsOf = <Sort extends string, View extends string>({ sorts, sortsIn }: ListShape<string, Sort, View>, view: View): Sort[] =>
  keysOf(sorts).filter((sort) => sortsIn?.[sort]?.includes(view) ?? true)

export function readListQuery<Filter extends string, Sort extends string, View extends string>(
  shape: ListShape<Filter, Sort, View>,
  given: SearchParams,
  saved: SavedView | null = null,
  isNamed = false,
): ListQuery<Filter, Sort, View> {
  const params = saved ? { ...saved.definition, ...given, view: saved.definition.view } : given
  const view = oneOf(keysOf(shape.views), params.view) ?? shape.firstView
  const sort = oneOf(sortsOf(shape, view), params.sort) ?? shape.firstSort
  const chosen = (allowed: readonly string[] | FilterOfKind, value: unknown) =>
    typeof allowed === "string" ? ofKind[allowed](value) : oneOf(allowed, value)
  const filters = Object.fromEntries(keysOf(shape.filters).map((name) => [name, chosen(shape.filters[name], params[name])]))
  return {
    view,
    q: Search.parse(params.q),
    filters: filters as Record<Filter, string | null>,
    where: readWhere(shape, params),
    columns: readColumns(shape, params.cols),
    group: oneOf(shape.groups ?? [], params.group),
    layout: shape.groups && params.as === "board" ? "board" : "grid",
    sort,
    dir: oneOf(["asc", "desc"], params.dir) ?? shape.sorts[sort],
    after: Cursor.parse(params.after ?? null),
    before: Cursor.parse(params.before ?? null),
    saved,
    isNamed: isNamed || params.view === shape.firstView,
  }
}

function readWhere({ fields = {}, filters }: ListShape, params: SearchParams): Filters | null {
  const where = readFilter(fields, params.f)
  const short = shortConditions(fields, params).filter(([name]) => !Object.hasOwn(filters, name))
  return short.length > 0 ? readFilter(fields, filterText(allOf([where, ...short]))) : where
}

/** Whether a URL says anything of a view; a place in the list, a preview or a dialog does not. */
export const asksForView = ({ fields = {} }: ListShape, params: SearchParams): boolean =>
  ["view", "q", "f", "cols", "group", "as", "sort", "dir", ...keysOf(fields)].some((name) => params[name] !== undefined)

/** What a view is made of, as the parameters of a URL; what goes without saying is left out. This is what is saved. */
export function viewDefinition(shape: ListShape, query: ListQuery): Record<string, string> {
  const { view, filters, where, columns, group, layout, sort, dir } = query
  return said({
    view: view === shape.firstView ? null : view,
    ...filters,
    f: filterText(where),
    cols: columnsText(columns),
    group,
    as: layout === "grid" ? null : layout,
    sort: sort === shape.firstSort ? null : sort,
    dir: dir === shape.sorts[sort] ? null : dir,
  })
}

const said = (parameters: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/** What differs from the saved view that the query started from; null when it started from none. */
function changesFrom({ definition, id }: SavedView, now: Record<string, string>): Record<string, string> {
  const names = [...new Set([...Object.keys(definition), ...Object.keys(now)])].filter((name) => name !== "view")
  const changed = names.filter((name) => (definition[name] ?? "") !== (now[name] ?? ""))
  return { view: id, ...Object.fromEntries(changed.map((name) => [name, now[name] ?? off])) }
}

/** Whether somebody changed the view that they look at. */
export function isChanged(shape: ListShape, query: ListQuery): boolean {
  const { view: _, ...defined } = viewDefinition(shape, query)
  return Object.keys(query.saved ? changesFrom(query.saved, defined) : defined).some((name) => name !== "view")
}

/** What has to be said of a query in a URL. */
export function listParams(shape: ListShape, query: ListQuery): Record<string, string> {
  const { q, after, before, saved, isNamed } = query
  const { view, ...defined } = saved ? changesFrom(saved, viewDefinition(shape, query)) : viewDefinition(shape, query)
  return said({ view: view ?? (isNamed ? query.view : null), q, ...defined, after, before })
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
export const isNarrowed = ({ q, filters, where }: ListQuery): boolean =>
  q !== "" || where !== null || Object.values(filters).some((value) => value !== null)

/** The whole view again, in the same order. */
export function wholeHref(shape: ListShape, query: ListQuery, view = query.view): string {
  return listHref(shape, { ...query, filters: {} }, { view, q: "", where: null })
}

/** A system view as it stands. */
export function systemHref(shape: ListShape, view: string, isNamed = false): string {
  return address(shape.path, said({ view: view === shape.firstView && !isNamed ? null : view }))
}

/** The view without the changes that were made to it; a search stays. */
export function revertHref(shape: ListShape, { view, q, saved, isNamed }: ListQuery): string {
  return address(shape.path, said({ view: saved?.id ?? (view === shape.firstView && !isNamed ? null : view), q }))
}

/** A saved view as it was saved. */
export const savedHref = (shape: ListShape, id: string): string => address(shape.path, { view: id })

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
