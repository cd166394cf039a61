import { filterText } from "@/lib/platform/filter"
import type { ColumnChoice, ListQuery, ListShape, SavedView } from "@/lib/platform/list-query"
import { pageHref } from "@/lib/platform/page-href"

/** What a URL says to take something off that its saved view has. */
const off = "-"

/** The choices; null where they are the list's own. */
export function otherThan(own: readonly string[], choices: readonly ColumnChoice[]): readonly ColumnChoice[] | null {
  const isOwn = choices.length === own.length && choices.every(({ field, width }, at) => field === own[at] && !width)
  return isOwn ? null : choices
}

const columnsText = (columns: readonly ColumnChoice[] | null): string =>
  (columns ?? []).map(({ field, width }) => (width ? `${field}:${width}` : field)).join(",")

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

type Changes = Partial<Omit<ListQuery, "filters">> & { filters?: Record<string, string | null> }

/** The list with some things asked otherwise; it starts at its first page unless a cursor is among them. */
export function listHref(shape: ListShape, query: ListQuery, { filters, ...changes }: Changes = {}): string {
  const asked = { ...query, after: null, before: null, ...changes, filters: { ...query.filters, ...filters } }
  return pageHref(shape.path, listParams(shape, asked))
}

/** A record of the list, told from which list it was opened, so that it can step to the next. */
export function listedHref(shape: ListShape, query: ListQuery, id: string): string {
  return pageHref(`${shape.path}/${id}`, listParams(shape, { ...query, after: null, before: null }))
}

/** The whole view again, in the same order. */
export function wholeHref(shape: ListShape, query: ListQuery, view = query.view): string {
  return listHref(shape, { ...query, filters: {} }, { view, q: "", where: null })
}

/** A system view as it stands. */
export function systemHref(shape: ListShape, view: string, isNamed = false): string {
  return pageHref(shape.path, said({ view: view === shape.firstView && !isNamed ? null : view }))
}

/** The view without the changes that were made to it; a search stays. */
export function revertHref(shape: ListShape, { view, q, saved, isNamed }: ListQuery): string {
  return pageHref(shape.path, said({ view: saved?.id ?? (view === shape.firstView && !isNamed ? null : view), q }))
}

/** A saved view as it was saved. */
export const savedHref = (shape: ListShape, id: string): string => pageHref(shape.path, { view: id })

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
