import { SearchX } from "lucide-react"
import type { ReactNode } from "react"
import { ListKeys } from "@/components/shell/list-keys"
import { ListRail } from "@/components/shell/list-rail"
import { countOf } from "@/components/shell/page-range"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { Grid, type GridColumn, type GridRow } from "@/components/ui/grid"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import { isNarrowed, keptParams, type ListQuery, type ListShape, sortLink, wholeHref } from "@/lib/platform/list-query"

export type ListColumn = Omit<GridColumn, "sort"> & {
  /** The order that its head asks for. */
  sort?: string
  /** The head's order runs against what it shows, as an age runs against a date. */
  isReversed?: boolean
}

type RecordListProps = {
  shape: ListShape
  query: ListQuery
  noun: readonly [one: string, many: string]
  page: { place: number | null; total: number; isMore: boolean; previous: string | null; next: string | null }
  columns: readonly ListColumn[]
  rows: readonly GridRow[]
  /** In place of the count beside the title. */
  count?: ReactNode
  /** Between the title and the search box. */
  tabs?: ReactNode
  /** Selects beside the search box. */
  filters?: ReactNode
  /** What stands there when the view is empty by nature, not by search. */
  empty: { icon: ReactNode; title: string; text: string; actions?: ReactNode }
  /** Letters that lead somewhere with a row, whose id takes the place of `:id`. */
  commands?: readonly { key: string; word: string; href: string }[]
}

/** A list of records: its views, search, filters, the grid, and the pages. */
export function RecordList({ shape, query, noun, page, columns, rows, count, tabs, filters, empty, commands }: RecordListProps) {
  const { views, path } = shape
  const title = views[query.view] ?? noun[1]
  const narrowed = isNarrowed(query)
  const all = wholeHref(shape, query)
  return (
    <>
      <PageHeader title={title} count={count ?? countOf(page, ...noun)} />
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
      <ListKeys commands={commands}>
        <Grid
          label={title}
          columns={columns.map(({ sort, isReversed, ...column }) => ({
            ...column,
            sort: sort ? sortLink(shape, query, sort, isReversed) : undefined,
          }))}
          rows={rows}
          empty={narrowed ? <NothingFound noun={noun[1]} allHref={all} /> : <Empty {...empty} />}
        />
        <ListRail shape={shape} query={query} page={{ ...page, rows }} />
      </ListKeys>
    </>
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
