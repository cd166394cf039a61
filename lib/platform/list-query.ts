import { z } from "zod"
import { heldWidth } from "@/lib/platform/column-width"
import type { Fields } from "@/lib/platform/fields"
import { allOf, type Filter as Filters, filterText, readFilter, shortConditions } from "@/lib/platform/filter"
import { otherThan } from "@/lib/platform/list-href"
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

/** Whether a search or a filter narrows the view. */
export const isNarrowed = ({ q, filters, where }: ListQuery): boolean =>
  q !== "" || where !== null || Object.values(filters).some((value) => value !== null)

/** What is searched for, for a page that takes `?q=` and nothing else. */
export const readSearch = (params: SearchParams): string => Search.parse(params.q)
