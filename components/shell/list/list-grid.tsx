"use client"
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { pageRange } from "@/components/shell/page-range"
import { GridSelectionContext } from "@/components/ui/grid-selection"
import { Pager } from "@/components/ui/pager"
import { Rail } from "@/components/ui/rail"
import type { PackedStretch } from "@/lib/platform/list-wire"
import type { CellAround } from "./cell"
import { useCounts } from "./counting"
import { FreshRows } from "./fresh-rows"
import type { ListColumn } from "./list-columns"
import { ListEdge } from "./list-edge"
import { ListHead } from "./list-head"
import { RowKeys } from "./row-keys"
import { RowLine } from "./row-line"
import { useLiveRows } from "./use-live-rows"
import { comeBack, leave, usePlaceInUrl } from "./use-place-in-url"
import { type RowCommand, useRowWork } from "./use-row-work"
import { useStretch } from "./use-stretch"
import { useVisibleRows } from "./use-visible-rows"

export type ListGridProps = {
  path: string
  /** The view in the URL, without the place in it. */
  params: string
  label: string
  noun: readonly [one: string, many: string]
  columns: readonly ListColumn[]
  page: PackedStretch
  /** The cursor that the page comes after; undefined when it was asked for backward. */
  from: string | null | undefined
  around: CellAround
  commands?: readonly RowCommand[]
  /** Commands for ticked rows; without it rows have no boxes. */
  bulk?: ReactNode
  /** Their letters, for the list of keys. */
  bulkKeys?: readonly { key: string; word: string }[]
  pager: { previousHref: string | null; nextHref: string | null }
  /** Space shows a record beside the list, by `?peek=`. */
  hasPeek?: boolean
  /** What stands there when there are no rows. */
  empty: ReactNode
}

const noCommands: readonly RowCommand[] = []

/** The rows of a list: endless in both ways, by mouse and by keyboard. The server renders the first page of it. */
export function ListGrid(props: ListGridProps) {
  const {
    path,
    params,
    label,
    noun,
    columns,
    page,
    from,
    around,
    commands = noCommands,
    bulk,
    bulkKeys,
    pager,
    hasPeek = false,
    empty,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const key = `${path}?${params}`
  const [kept] = useState(() => comeBack(key))
  const { rows, blocks, edges, progress, load, jump, freshen, fetchThese } = useStretch(path, params, page, from, kept?.blocks ?? null)
  const counts = useCounts()
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const live = useLiveRows({ kind: noun[0], ids, freshen, fetchThese })
  const { virtualizer, scrollToRow, isNearTop, start, stop, above, below, range, isPhone } = useVisibleRows(scroller, body, ids)

  const isWhole = edges.onward === null && edges.back === null
  const isEmpty = rows.length === 0 && isWhole
  const { tellWhole } = counts
  useEffect(() => {
    if (isWhole) tellWhole(rows.length)
  }, [isWhole, rows.length, tellWhole])
  const top = Math.max(0, range?.startIndex ?? 0)
  const bottom = Math.min(rows.length - 1, range?.endIndex ?? rows.length - 1)
  useEffect(() => {
    if (edges.onward && progress.onward === "idle" && bottom >= rows.length - 15 && virtualizer.scrollElement) load("onward", edges.onward)
    if (edges.back && progress.back === "idle" && top < 15 && virtualizer.scrollElement && isNearTop(15)) load("back", edges.back)
  }, [edges.onward, edges.back, progress, bottom, top, rows.length, load, virtualizer, isNearTop])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser came back to the list
  useLayoutEffect(() => {
    if (kept && virtualizer.scrollElement) virtualizer.scrollElement.scrollTop = kept.top
  }, [])
  const { position, selection, keys, table, head, span, line } = useRowWork({
    ...{ path, params, columns, around, rows, ids, body, commands, hasPeek, isPhone, freshen },
    hasBox: bulk !== undefined,
    walk: {
      kept: kept?.current ?? null,
      top,
      bottom,
      isReached: { home: edges.back === null, end: edges.onward === null },
      jump,
      scrollTo: scrollToRow,
    },
  })
  const { current, goToNewest } = position
  const leaving = useRef({ key, blocks, top: 0, current })
  useEffect(() => {
    leaving.current = { key, blocks, top: virtualizer.scrollOffset ?? 0, current }
  })
  useEffect(() => () => leave(leaving.current), [])

  const sizes = blocks.map((block) => block.rows.length)
  const blockAt = sizes.findIndex((_, at) => top < sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0))
  usePlaceInUrl(blocks[blockAt]?.from)
  const fromEnd = edges.onward === null && !counts.isMore ? counts.total - rows.length + 1 : null
  const firstPlace = blocks[0]?.place ?? fromEnd
  const placeOf = (index: number) => (firstPlace === null ? null : firstPlace + index)
  const isLoading = progress.onward === "loading" || progress.back === "loading"
  return (
    <GridSelectionContext value={selection}>
      <div ref={scroller} className="grid-scroll">
        {isEmpty && empty}
        <table
          className="grid-table"
          hidden={isEmpty}
          aria-label={label}
          aria-rowcount={counts.isMore ? -1 : counts.total + 1}
          aria-busy={isLoading || undefined}
          {...table}
        >
          <ListHead {...head} />
          <tbody ref={body} id="rows" tabIndex={-1} className="outline-none">
            <ListEdge way="back" cursor={edges.back} progress={progress.back} height={above} span={span} load={load} />
            {rows.slice(start, stop).map((row, offset) => (
              <RowLine key={row.id} place={placeOf(start + offset)} {...line(row)} />
            ))}
            <ListEdge way="onward" cursor={edges.onward} progress={progress.onward} height={below} span={span} load={load} />
          </tbody>
        </table>
      </div>
      <FreshRows
        count={live.fresh}
        noun={noun}
        onShow={() => {
          live.seen()
          void goToNewest()
        }}
      />
      <Rail bulk={bulk}>
        <Pager range={pageRange({ ...counts, place: placeOf(top), rows: rows.slice(top, bottom + 1) })} {...pager} isEndless />
      </Rail>
      <span role="status" className="sr-only">
        {isLoading ? `Loading more ${noun[1]}` : ""}
      </span>
      <RowKeys {...keys} bulk={bulkKeys} />
    </GridSelectionContext>
  )
}
