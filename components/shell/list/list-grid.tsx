"use client"
import { useRouter, useSearchParams } from "next/navigation"
import { type MouseEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { pageRange } from "@/components/shell/page-range"
import { GridSelectionContext } from "@/components/ui/grid-selection"
import { KeysDialog } from "@/components/ui/keys-dialog"
import { Pager } from "@/components/ui/pager"
import { Rail } from "@/components/ui/rail"
import type { PackedStretch } from "@/lib/platform/list-wire"
import { addToHere } from "./add-to-here"
import { type CellAround, cellText } from "./cell"
import { useCounts } from "./counting"
import { FreshRows } from "./fresh-rows"
import type { ListColumn } from "./list-columns"
import { ListEdge } from "./list-edge"
import { ListHead } from "./list-head"
import { rowDeed } from "./row-deed"
import { columnClass, RowLine } from "./row-line"
import { useCellEditors } from "./use-cell-editors"
import { useColumnWidths } from "./use-column-widths"
import { useListKeys } from "./use-list-keys"
import { useLiveRows } from "./use-live-rows"
import { comeBack, leave, usePlaceInUrl } from "./use-place-in-url"
import { useRowPosition } from "./use-row-position"
import { useStretch } from "./use-stretch"
import { useTicking } from "./use-ticking"
import { useTicks } from "./use-ticks"
import { useVisibleRows } from "./use-visible-rows"

/** A letter that leads somewhere with a row: its id takes the place of `:id`. What begins with `?` is added to the list's own URL. */
export type RowCommand = { key: string; word: string; href: string }

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

const moves = [
  { key: "J", word: "Move down" },
  { key: "K", word: "Move up" },
  { key: "Home", word: "First row" },
  { key: "End", word: "Last row" },
  { key: "Enter", word: "Open the record" },
  { key: "← →", word: "Walk the cells of a row" },
  { key: "F2", word: "Edit the cell" },
]
const peekKey = { key: "Space", word: "Show the record beside the list" }
/** What a column without a width of its own has at the least, in pixels. */
const leastName = 168
const noCommands: readonly RowCommand[] = []

/** The rows of a list: endless in both ways, by mouse and by keyboard. The server renders the first page of it. */
export function ListGrid({
  path,
  params,
  label,
  noun,
  columns,
  page,
  from,
  around: given,
  commands = noCommands,
  bulk,
  bulkKeys,
  pager,
  hasPeek = false,
  empty,
}: ListGridProps) {
  const around = useTicking(given, columns)
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const key = `${path}?${params}`
  const [kept] = useState(() => comeBack(key))
  const { rows, blocks, edges, progress, load, jump, freshen, fetchThese } = useStretch(path, params, page, from, kept?.blocks ?? null)
  const counts = useCounts()
  const [listed, setListed] = useState(false)
  const hasBox = bulk !== undefined

  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const order = useMemo(() => {
    const [first] = columns
    return rows.map(({ id, cells: [name = null] }) => ({ id, name: first ? cellText(first, name) : "" }))
  }, [rows, columns])
  const { ticked, toggle, tickAll, clear, all, selectAll } = useTicks(order)
  const live = useLiveRows({ kind: noun[0], ids, freshen, fetchThese })
  const { virtualizer, start, stop, above, below, range, isPhone } = useVisibleRows(scroller, body, ids)
  const classes = useMemo(() => columns.map((column, at) => columnClass(column, at === 0 && !hasBox)), [columns, hasBox])
  const hrefOf = useCallback((id: string) => `${path}/${id}${params && `?${params}`}`, [path, params])

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
    if (edges.back && progress.back === "idle" && top < 15 && virtualizer.scrollElement) load("back", edges.back)
  }, [edges.onward, edges.back, progress, bottom, top, rows.length, load, virtualizer])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser came back to the list
  useLayoutEffect(() => {
    if (kept && virtualizer.scrollElement) virtualizer.scrollElement.scrollTop = kept.top
  }, [])
  const peeked = useSearchParams().get("peek")
  const endPeek = () => router.replace(addToHere("?peek="), { scroll: false })
  const peek = (id: string) => {
    if (isPhone) router.push(hrefOf(id))
    else if (peeked === id) endPeek()
    else router.replace(addToHere(`?peek=${id}`), { scroll: false })
  }
  const { current, setCurrent, cell, backTo, step, goToEnd, goToNewest, across, leaveCells } = useRowPosition({
    ids,
    width: columns.length,
    body,
    kept: kept?.current ?? null,
    top,
    bottom,
    isReached: { home: edges.back === null, end: edges.onward === null },
    jump,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
    onMove: (id) => peeked && peeked !== id && peek(id),
  })
  const { begin, editable, shownRow, editorOf } = useCellEditors({ columns, freshen, backTo })
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

  const open = (id: string) => router.push(hrefOf(id))
  const run = ({ href }: RowCommand, id: string) => router.push(addToHere(href.replace(":id", id)), { scroll: false })
  const rowOf = (id: string | null) => rows.find((row) => row.id === id)
  const edit = (id: string | null, at: number | null) => {
    const row = rowOf(id)
    const name = at === null ? undefined : columns[at]?.name
    return row !== undefined && name !== undefined && begin(row, name)
  }
  const isInRows = (event: Event) => event.target instanceof Element && body.current?.contains(event.target)
  const isOnBox = (event: Event) => event.target instanceof Element && event.target.closest("button, input") !== null
  const isOnControl = (event: Event) => event.target instanceof Element && event.target.closest("a, button, input") !== null
  useListKeys([
    { keys: ["j"], run: () => step(1) },
    { keys: ["k"], run: () => step(-1) },
    { keys: ["arrowdown"], run: (event) => (isInRows(event) ? step(1) : false) },
    { keys: ["arrowup"], run: (event) => (isInRows(event) ? step(-1) : false) },
    { keys: ["home"], run: () => void goToEnd("home") },
    { keys: ["end"], run: () => void goToEnd("end") },
    { keys: ["?"], run: () => setListed(true) },
    { keys: ["arrowright"], run: (event) => across(event, 1) },
    { keys: ["arrowleft"], run: (event) => across(event, -1) },
    { keys: ["escape"], run: () => (cell === null && peeked ? endPeek() : leaveCells()) },
    { keys: [" "], run: (event) => (hasPeek && current && !isOnBox(event) ? peek(current) : false) },
    { keys: ["f2"], run: () => edit(current, cell) },
    { keys: ["enter"], run: (event) => (current && !isOnControl(event) ? edit(current, cell) || open(current) : false) },
    { keys: ["x"], run: () => (hasBox && current ? toggle(current, false) : false) },
    { keys: ["shift+x"], run: () => (hasBox && current ? toggle(current, true) : false) },
    { keys: ["ctrl+a"], run: () => (hasBox ? tickAll() : false) },
    ...commands.map((command) => ({ keys: [command.key], run: () => (current && ticked.size === 0 ? run(command, current) : false) })),
  ])

  const click = (event: MouseEvent) => {
    const deed = rowDeed(event)
    if (!deed) return
    const { id } = deed
    if (deed.is === "tick") return toggle(id, event.shiftKey)
    if (deed.is === "edit") {
      setCurrent(id)
      return edit(id, deed.cell - (hasBox ? 1 : 0))
    }
    event.preventDefault()
    if (deed.is === "open-aside") window.open(hrefOf(id), "_blank", "noopener")
    else open(id)
  }
  const selection = useMemo(
    () => ({
      ...{ rows: [...ticked].map(([id, name]) => ({ id, name, href: hrefOf(id) })), clear, all, selectAll },
      ...{ selectable: hasBox, commands },
    }),
    [ticked, clear, all, selectAll, hasBox, commands, hrefOf],
  )
  const least = (shown: readonly ListColumn[]) => shown.reduce((sum, { width }) => sum + (width ?? leastName), hasBox ? 46 : 0)
  const widths = { "--least": `${least(columns)}px`, "--least-narrow": `${least(columns.filter(({ hideBelow }) => !hideBelow))}px` }
  const tickState =
    all !== null ? "all" : rows.length > 0 && rows.every(({ id }) => ticked.has(id)) ? "all" : ticked.size > 0 ? "some" : "none"
  const wide = columns.length + (hasBox ? 1 : 0)
  return (
    <GridSelectionContext value={selection}>
      <div ref={scroller} className="grid-scroll">
        {isEmpty && empty}
        {/* biome-ignore lint/a11y: clicks come from the links and boxes inside, which the keyboard reaches by themselves */}
        <table
          className="grid-table"
          style={widths}
          hidden={isEmpty}
          aria-label={label}
          aria-rowcount={counts.isMore ? -1 : counts.total + 1}
          aria-busy={progress.onward === "loading" || progress.back === "loading" || undefined}
          onClick={click}
          onAuxClick={click}
          {...useColumnWidths(columns)}
        >
          <ListHead
            columns={columns}
            classes={classes}
            hasBox={hasBox}
            ticked={tickState}
            tickAll={(isOn) => (isOn ? tickAll() : clear())}
          />
          <tbody ref={body} id="rows" tabIndex={-1} className="outline-none">
            <ListEdge way="back" cursor={edges.back} progress={progress.back} height={above} wide={wide} load={load} />
            {rows.slice(start, stop).map((row, offset) => (
              <RowLine
                key={row.id}
                row={shownRow(row)}
                place={placeOf(start + offset)}
                columns={columns}
                classes={classes}
                around={around}
                href={hrefOf(row.id)}
                hasBox={hasBox}
                isTicked={all !== null || ticked.has(row.id)}
                isCurrent={row.id === current}
                editable={editable}
                cellAt={row.id === current ? cell : null}
                editor={editorOf(row)}
              />
            ))}
            <ListEdge way="onward" cursor={edges.onward} progress={progress.onward} height={below} wide={wide} load={load} />
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
        {progress.onward === "loading" || progress.back === "loading" ? `Loading more ${noun[1]}` : ""}
      </span>
      <KeysDialog
        open={listed}
        onOpenChange={setListed}
        commands={commands}
        bulk={bulkKeys}
        selectable={hasBox}
        moves={hasPeek ? [...moves, peekKey] : moves}
      />
    </GridSelectionContext>
  )
}
