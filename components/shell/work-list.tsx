import { SearchX } from "lucide-react"
import type { ReactNode } from "react"
import { Board } from "@/components/shell/list/board-lazy"
import type { CellAround } from "@/components/shell/list/cell"
import { Counting } from "@/components/shell/list/counting"
import { GroupedGrid } from "@/components/shell/list/grouped-grid"
import { listColumns } from "@/components/shell/list/list-columns"
import { ListGrid } from "@/components/shell/list/list-grid"
import type { RowCommand } from "@/components/shell/list/use-row-work"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { cardFields, laneField, laneFilter, narrowed } from "@/lib/platform/lane-query"
import type { WorkPage } from "@/lib/platform/lanes"
import { listHref, listParams, otherThan, wholeHref } from "@/lib/platform/list-href"
import { isNarrowed, type ListQuery, type WorkShape } from "@/lib/platform/list-query"
import { packRows } from "@/lib/platform/list-wire"

type WorkListProps = {
  shape: WorkShape
  query: ListQuery
  /** The name of the view. */
  title: string
  page: WorkPage
  around: CellAround
  /** What stands above the rows: the view's name, what narrows it, and what can be done with it. */
  head: ReactNode
  /** What stands there when the view is empty by nature, not by search. */
  empty: { icon: ReactNode; title: string; text: string; actions?: ReactNode }
  commands?: readonly RowCommand[]
  /** Commands for ticked rows; without it rows have no boxes. */
  bulk?: ReactNode
  /** Their letters, for the list of keys. */
  bulkKeys?: readonly { key: string; word: string }[]
  /** A record beside the rows; undefined where the list has no previews. */
  peek?: ReactNode
}

/** What a list is given by its page; its shape, its commands and what stands there when it is empty are its own. */
export type ListProps<Query extends ListQuery> = Omit<WorkListProps, "shape" | "empty" | "commands"> & { query: Query }

/** A list of records whose views are made by people: its head, and the grid. */
export function WorkList({ shape, query, title, page, around, head, empty, commands, bulk, bulkKeys, peek }: WorkListProps) {
  const { firstSort: sort } = shape
  const params = placelessParams(shape, { ...query, columns: null, sort, dir: shape.sorts[sort] ?? "asc" })
  return (
    <Counting
      path={shape.path}
      params={params}
      seen={{ total: page.total, isMore: page.isMore }}
      hasLongLanes={page.lanes?.some(({ isMore }) => isMore) ?? false}
      at={around.now}
    >
      {head}
      <div className="list-split">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <WorkRows
            {...{ shape, query, page, around, commands, bulk, bulkKeys }}
            hasPeek={peek !== undefined}
            label={title}
            empty={isNarrowed(query) ? <NothingFound noun={shape.noun[1]} allHref={wholeHref(shape, query)} /> : <Empty {...empty} />}
          />
        </div>
        {peek}
      </div>
    </Counting>
  )
}

/** The view in the URL, without the place in it. */
const placelessParams = (shape: WorkShape, query: ListQuery) =>
  String(new URLSearchParams(listParams(shape, { ...query, after: null, before: null })))

type WorkRowsProps = Pick<WorkListProps, "shape" | "query" | "page" | "around" | "commands" | "bulk" | "bulkKeys"> & {
  label: string
  empty: ReactNode
  hasPeek?: boolean
}

/** The rows of a view as a grid, below whatever says what they are. */
export function WorkRows({ shape, query, page, ...rest }: WorkRowsProps) {
  if (page.lanes && page.total === 0 && query.layout === "grid") return <div className="grid-scroll">{rest.empty}</div>
  if (page.lanes) return <WorkLanes shape={shape} query={query} page={page} {...rest} />
  const columns = listColumns(shape, query)
  const { rows, previous, next } = page
  const place = { after: null, before: null }
  const params = placelessParams(shape, query)
  return (
    <ListGrid
      key={listHref(shape, unsized(shape, query), place)}
      noun={shape.noun}
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

/** The query whatever its columns' widths: who draws a column wider keeps the rows and the place in them. */
const unsized = (shape: WorkShape, { columns, ...query }: ListQuery): ListQuery => ({
  ...query,
  columns:
    columns &&
    otherThan(
      shape.columns,
      columns.map(({ field }) => ({ field, width: null })),
    ),
})

/** A list in groups, or as a board. */
function WorkLanes({ shape, query, page, label, around, empty: _, ...work }: WorkRowsProps) {
  const field = laneField(shape, query) ?? ""
  const shared = {
    path: shape.path,
    params: placelessParams(shape, query),
    label,
    around,
  }
  const lanes = page.lanes ?? []
  if (query.layout === "grid") {
    const columns = listColumns(shape, query)
    const groups = lanes
      .filter(({ total }) => total > 0)
      .map((lane) => ({
        ...lane,
        rows: packRows(columns, lane.rows),
        allHref: listHref(shape, query, { group: null, where: narrowed(query.where, laneFilter(field, lane.value)) }),
      }))
    return (
      <GroupedGrid
        key={listHref(shape, unsized(shape, query), { after: null, before: null })}
        {...shared}
        {...work}
        noun={shape.noun}
        columns={columns}
        groups={groups}
      />
    )
  }
  const columns = cardFields(shape, field).flatMap((name) => {
    const { label: head, kind, words } = shape.fields[name] ?? {}
    return head && kind ? [{ name, label: head, kind, words }] : []
  })
  const packed = lanes.map((lane) => ({ ...lane, rows: packRows(columns, lane.rows) }))
  return <Board key={shared.params} {...shared} {...{ field, columns }} lanes={packed} />
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
