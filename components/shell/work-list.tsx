import { SearchX } from "lucide-react"
import type { ReactNode } from "react"
import { ExportMenu } from "@/components/shell/export-menu"
import type { CellAround } from "@/components/shell/list/cell"
import { listColumns } from "@/components/shell/list/list-columns"
import { ListGrid, type RowCommand } from "@/components/shell/list/list-grid"
import { countOf } from "@/components/shell/page-range"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import type { Page } from "@/lib/platform/keyset"
import { isNarrowed, keptParams, type ListQuery, listHref, listParams, type WorkShape, wholeHref } from "@/lib/platform/list-query"
import type { ListRow } from "@/lib/platform/list-source"
import { packRows } from "@/lib/platform/list-wire"

type WorkListProps = {
  shape: WorkShape
  query: ListQuery
  noun: readonly [one: string, many: string]
  page: Page<ListRow>
  around: CellAround
  /** In place of the count beside the title. */
  count?: ReactNode
  /** Between the title and the search box. */
  tabs?: ReactNode
  /** Selects beside the search box. */
  filters?: ReactNode
  /** What stands there when the view is empty by nature, not by search. */
  empty: { icon: ReactNode; title: string; text: string; actions?: ReactNode }
  commands?: readonly RowCommand[]
  /** Buttons of this list alone, before Export. */
  tools?: ReactNode
  /** Commands for ticked rows; without it rows have no boxes. */
  bulk?: ReactNode
}

/** A list of records whose views are made by people: its views, search, filters, and the grid. */
export function WorkList({ shape, query, noun, page, around, count, tabs, filters, empty, commands, bulk, tools }: WorkListProps) {
  const { views, path } = shape
  const title = views[query.view] ?? noun[1]
  const choices = Object.entries(views).map(([view, label]) => ({
    label,
    href: wholeHref(shape, query, view),
    current: view === query.view,
  }))
  const narrowed = isNarrowed(query)
  const all = wholeHref(shape, query)
  return (
    <>
      <PageHeader
        title={title}
        views={choices.length > 1 ? choices : undefined}
        count={count ?? countOf(page, ...noun)}
        commands={
          <>
            {tools}
            <ExportMenu path={`${path}/export`} params={listParams(shape, { ...query, after: null, before: null })} />
          </>
        }
      />
      {tabs && <div className="mb-2.5">{tabs}</div>}
      <FilterBar>
        <SearchBox action={path} label={`Search ${noun[1]}`} placeholder="Search this view" q={query.q} keep={keptParams(shape, query)} />
        {filters}
        {narrowed && !tabs && (
          <ButtonLink href={all} tone="ghost" size="s">
            Clear
          </ButtonLink>
        )}
      </FilterBar>
      <WorkRows
        {...{ shape, query, noun, page, around, commands, bulk }}
        label={title}
        empty={narrowed ? <NothingFound noun={noun[1]} allHref={all} /> : <Empty {...empty} />}
      />
    </>
  )
}

type WorkRowsProps = Pick<WorkListProps, "shape" | "query" | "noun" | "page" | "around" | "commands" | "bulk"> & {
  label: string
  empty: ReactNode
}

/** The rows of a view as a grid, below whatever says what they are. */
export function WorkRows({ shape, query, page, ...rest }: WorkRowsProps) {
  const columns = listColumns(shape, query)
  const { rows, previous, next } = page
  const params = String(new URLSearchParams(listParams(shape, { ...query, after: null, before: null })))
  return (
    <ListGrid
      key={params}
      path={shape.path}
      params={params}
      columns={columns}
      page={{ ...page, rows: packRows(columns, rows) }}
      from={query.before ? undefined : query.after}
      pager={{
        previousHref: previous && listHref(shape, query, { before: previous }),
        nextHref: next && listHref(shape, query, { after: next }),
      }}
      {...rest}
    />
  )
}

function NothingFound({ noun, allHref }: { noun: string; allHref: string }) {
  return (
    <Empty
      icon={<SearchX />}
      title={`No ${noun} found`}
      text="Nothing in this view fits the search and the filters."
      actions={<ButtonLink href={allHref}>Clear search and filters</ButtonLink>}
    />
  )
}
