import { SearchX } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { Grid, type GridColumn, type GridRow } from "@/components/ui/grid"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { SearchBox } from "@/components/ui/search-box"
import { type ListQuery, type ListShape, listHref, listParams } from "@/lib/sales/list-query"
import { counted } from "./counted"
import { ListKeys } from "./list-keys"

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
  page: { place: number; total: number; isMore: boolean; previous: string | null; next: string | null }
  columns: readonly ListColumn[]
  rows: readonly GridRow[]
  /** Selects beside the search box. */
  filters?: ReactNode
  /** What stands there when the view is empty by nature, not by search. */
  empty: { icon: ReactNode; title: string; text: string }
  /** Q and D on a row: where they lead. */
  commands?: readonly { key: string; word: string; href: string }[]
}

/** A list of records: its views, search, filters, the grid, and the pages. */
export function RecordList({ shape, query, noun, page, columns, rows, filters, empty, commands }: RecordListProps) {
  const { views, path } = shape
  const total = page.isMore ? `${page.total.toLocaleString("en")}+ ${noun[1]}` : counted(page.total, ...noun)
  const isFiltered = query.q !== "" || query.status !== null || query.owner !== null
  const { q: _q, after: _after, before: _before, ...keep } = listParams(shape, query)
  const choices = Object.entries(views).map(([view, label]) => ({
    label,
    href: listHref(shape, { ...query, view, q: "", status: null, owner: null }),
    current: view === query.view,
  }))
  return (
    <>
      <PageHeader title={views[query.view] ?? noun[1]} views={choices.length > 1 ? choices : undefined} count={total} />
      <FilterBar>
        <SearchBox action={path} label={`Search ${noun[1]}`} placeholder="Search this view" q={query.q} keep={keep} />
        {filters}
        {isFiltered && (
          <Link href={listHref(shape, { ...query, q: "", status: null, owner: null })} prefetch={false} className="btn btn-s btn-ghost">
            Clear
          </Link>
        )}
      </FilterBar>
      <ListKeys
        commands={commands}
        rail={
          <Pager
            range={rangeText(page, rows.length)}
            previousHref={hrefOf("before", page.previous)}
            nextHref={hrefOf("after", page.next)}
          />
        }
      >
        <Grid
          label={views[query.view] ?? noun[1]}
          columns={columns.map((column) => sortable(shape, query, column))}
          rows={rows}
          empty={
            isFiltered ? (
              <NothingFound noun={noun[1]} clearHref={listHref(shape, { ...query, q: "", status: null, owner: null })} />
            ) : (
              <Empty {...empty} />
            )
          }
        />
      </ListKeys>
    </>
  )

  function hrefOf(direction: "after" | "before", cursor: string | null) {
    return cursor && listHref(shape, query, { [direction]: cursor })
  }
}

function rangeText({ place, total, isMore }: RecordListProps["page"], shown: number): string {
  if (shown === 0) return "Nothing to show"
  const of = isMore ? `${total.toLocaleString("en")}+` : total.toLocaleString("en")
  return `${place.toLocaleString("en")} to ${(place + shown - 1).toLocaleString("en")} of ${of}`
}

function sortable(shape: ListShape, query: ListQuery, { sort, isReversed = false, ...column }: ListColumn): GridColumn {
  if (!sort) return column
  const isCurrent = query.sort === sort
  const turned = query.dir === "asc" ? "desc" : "asc"
  const isAscending = (query.dir === "asc") !== isReversed
  return {
    ...column,
    sort: {
      href: listHref(shape, query, { sort, dir: isCurrent ? turned : shape.sorts[sort] }),
      direction: isCurrent ? (isAscending ? "ascending" : "descending") : undefined,
    },
  }
}

function NothingFound({ noun, clearHref }: { noun: string; clearHref: string }) {
  return (
    <Empty
      icon={<SearchX />}
      title={`No ${noun} found`}
      text="Nothing in this view fits the search and the filters."
      actions={
        <Link href={clearHref} prefetch={false} className="btn">
          Clear search and filters
        </Link>
      }
    />
  )
}
