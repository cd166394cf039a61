"use client"
import { useRouter, useSearchParams } from "next/navigation"
import { type MouseEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { pageRange } from "@/components/shell/page-range"
import { Button } from "@/components/ui/button"
import { GridSelectionContext } from "@/components/ui/grid-selection"
import { KeysDialog } from "@/components/ui/keys-dialog"
import { Pager } from "@/components/ui/pager"
import { Rail } from "@/components/ui/rail"
import type { ListRow } from "@/lib/platform/list-source"
import type { PackedStretch } from "@/lib/platform/list-wire"
import { addToHere } from "./add-to-here"
import { type CellAround, cellText } from "./cell"
import { CellClash } from "./cell-clash"
import { CellEditor } from "./cell-editor"
import type { ListColumn } from "./list-columns"
import { ListEdge } from "./list-edge"
import { ListHead } from "./list-head"
import { columnClass, RowLine } from "./row-line"
import { useCellEdits } from "./use-cell-edits"
import { useListKeys } from "./use-list-keys"
import { useLiveRows } from "./use-live-rows"
import { comeBack, leave, usePlaceInUrl } from "./use-place-in-url"
import { useStretch } from "./use-stretch"
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
  page: PackedStretch & { total: number; isMore: boolean }
  /** The cursor that the page comes after; undefined when it was asked for backward. */
  from: string | null | undefined
  around: CellAround
  commands?: readonly RowCommand[]
  /** Commands for ticked rows; without it rows have no boxes. */
  bulk?: ReactNode
  pager: { previousHref: string | null; nextHref: string | null }
  /** Space shows a record beside the list, by `?peek=`. */
  hasPeek?: boolean
  /** What stands there when there are no rows. */
  empty: ReactNode
}

/** Pixels at a cell's end where its pencil stands. */
const editZone = 28
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
  around,
  commands = noCommands,
  bulk,
  pager,
  hasPeek = false,
  empty,
}: ListGridProps) {
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const key = `${path}?${params}`
  const [kept] = useState(() => comeBack(key))
  const { rows, blocks, edges, progress, load, jump, freshen, fetchThese } = useStretch(path, params, page, from, kept?.blocks ?? null)
  const [current, setCurrent] = useState<string | null>(kept?.current ?? null)
  const [listed, setListed] = useState(false)
  const focusNext = useRef(false)
  const hasBox = bulk !== undefined

  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const order = useMemo(() => {
    const [first] = columns
    return rows.map(({ id, cells: [name = null] }) => ({ id, name: first ? cellText(first, name) : "" }))
  }, [rows, columns])
  const { ticked, toggle, tickAll, clear } = useTicks(order)
  const live = useLiveRows({ kind: noun[0], ids, freshen, fetchThese })
  const [cell, setCell] = useState<number | null>(null)
  const { edits, editing, clash, saving, ...cellEdits } = useCellEdits(columns, freshen)
  const editable = useCallback((row: ListRow, name: string) => edits[name] !== undefined && edits[name].refusal(row) === null, [edits])
  const { virtualizer, start, stop, above, below, range, isPhone } = useVisibleRows(scroller, body, ids)
  const classes = useMemo(() => columns.map((column, at) => columnClass(column, at === 0 && !hasBox)), [columns, hasBox])
  const hrefOf = useCallback((id: string) => `${path}/${id}${params && `?${params}`}`, [path, params])

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
  const leaving = useRef({ key, blocks, top: 0, current })
  useEffect(() => {
    leaving.current = { key, blocks, top: virtualizer.scrollOffset ?? 0, current }
  })
  useEffect(() => () => leave(leaving.current), [])

  const sizes = blocks.map((block) => block.rows.length)
  const blockAt = sizes.findIndex((_, at) => top < sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0))
  usePlaceInUrl(blocks[blockAt]?.from)
  const fromEnd = edges.onward === null && !page.isMore ? page.total - rows.length + 1 : null
  const firstPlace = blocks[0]?.place ?? fromEnd
  const placeOf = (index: number) => (firstPlace === null ? null : firstPlace + index)

  const peeked = useSearchParams().get("peek")
  const peek = (id: string) => {
    if (isPhone) router.push(hrefOf(id))
    else router.replace(addToHere(peeked === id ? "?peek=" : `?peek=${id}`), { scroll: false })
  }
  const goTo = (index: number) => {
    const id = ids[index]
    if (id === undefined) return
    focusNext.current = true
    setCurrent(id)
    virtualizer.scrollToIndex(index, { align: "auto" })
    if (peeked && peeked !== id) peek(id)
  }
  useLayoutEffect(() => {
    if (!focusNext.current || !current) return
    const line = body.current?.querySelector<HTMLElement>(`tr[data-id="${current}"]`)
    const target = line?.querySelector<HTMLElement>(cell ? "td[tabindex]" : ".grid-link")
    if (!target) return
    focusNext.current = false
    target.focus({ preventScroll: true })
  })
  const at = current === null ? -1 : ids.indexOf(current)
  const step = (by: 1 | -1) => goTo(at < 0 ? (by > 0 ? top : bottom) : Math.min(ids.length - 1, Math.max(0, at + by)))
  const [end, setEnd] = useState<"home" | "end" | null>(null)
  const goToEnd = async (to: "home" | "end") => {
    const isThere = to === "home" ? edges.back === null : edges.onward === null
    if (isThere || (await jump(to))) setEnd(to)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows of that end are drawn
  useLayoutEffect(() => {
    if (!end) return
    setEnd(null)
    goTo(end === "home" ? 0 : ids.length - 1)
  }, [end])

  const open = (id: string) => router.push(hrefOf(id))
  const run = ({ href }: RowCommand, id: string) => router.push(addToHere(href.replace(":id", id)), { scroll: false })
  const rowOf = (id: string | null) => rows.find((row) => row.id === id)
  const backTo = (id: string) => {
    focusNext.current = true
    setCurrent(id)
  }
  /** Left and right walk the cells of a row; at its name the walk ends. */
  const across = (event: Event, by: 1 | -1) => {
    const id = current ?? (event.target instanceof Element ? event.target.closest<HTMLElement>("tr[data-id]")?.dataset.id : null)
    if (!id || !isInRows(event)) return false
    const to = Math.min(columns.length - 1, Math.max(0, (cell ?? 0) + by))
    backTo(id)
    setCell(to === 0 ? null : to)
  }
  const edit = (id: string | null, at: number | null) => {
    const row = rowOf(id)
    const name = at === null ? undefined : columns[at]?.name
    return row !== undefined && name !== undefined && cellEdits.begin(row, name)
  }
  const leaveCells = () => {
    if (cell === null && peeked) return router.replace(addToHere("?peek="), { scroll: false })
    if (cell === null || !current) return false
    setCell(null)
    backTo(current)
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
    { keys: ["escape"], run: leaveCells },
    { keys: [" "], run: (event) => (hasPeek && current && !isOnBox(event) ? peek(current) : false) },
    { keys: ["f2"], run: () => edit(current, cell) },
    { keys: ["enter"], run: (event) => (current && !isOnControl(event) ? edit(current, cell) || open(current) : false) },
    { keys: ["x"], run: () => (hasBox && current ? toggle(current, false) : false) },
    { keys: ["shift+x"], run: () => (hasBox && current ? toggle(current, true) : false) },
    { keys: ["ctrl+a"], run: () => (hasBox ? tickAll() : false) },
    ...commands.map((command) => ({ keys: [command.key], run: () => (current ? run(command, current) : false) })),
  ])

  const click = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest<HTMLElement>("tbody tr[data-id]")
    const id = row?.dataset.id
    if (!target || !id || event.button > 1) return
    if (target.closest(".g-check")) return toggle(id, event.shiftKey)
    const field = target.closest<HTMLElement>("td.g-edit")
    if (field && event.clientX > field.getBoundingClientRect().right - editZone) {
      const at = [...(row?.children ?? [])].indexOf(field) - (hasBox ? 1 : 0)
      setCurrent(id)
      return edit(id, at)
    }
    const link = target.closest("a")
    if ((link && !link.matches(".grid-link")) || target.closest("button, input, label, select")) return
    if (!link && String(window.getSelection())) return
    const isAside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (isAside && link) return
    event.preventDefault()
    if (isAside) window.open(hrefOf(id), "_blank", "noopener")
    else open(id)
  }

  const shownRow = (row: ListRow): ListRow => {
    const cells = columns.map(
      ({ name }, place) => (saving.has(`${row.id} ${name}`) ? saving.get(`${row.id} ${name}`) : row.cells[place]) ?? null,
    )
    return saving.size > 0 && columns.some(({ name }) => saving.has(`${row.id} ${name}`)) ? { ...row, cells } : row
  }
  const editorOf = (row: ListRow) => {
    const name = editing?.id === row.id ? editing.name : clash?.id === row.id ? clash.name : null
    const edit = name ? edits[name] : undefined
    if (!name || !edit) return null
    const at = columns.findIndex((column) => column.name === name)
    if (clash && !editing) {
      const mine = () => cellEdits.save(row, name, clash.from, clash.to, true).then(() => backTo(row.id))
      const theirs = () => {
        cellEdits.keepTheirs()
        backTo(row.id)
      }
      return { name, isInPlace: false, node: <CellClash sentence={clash.sentence} onTheirs={theirs} onMine={mine} /> }
    }
    const shown = editing?.row ?? row
    const value = edit.valueOf(shown.cells[at] ?? null)
    const label = columns[at]?.label ?? ""
    const cancel = () => {
      cellEdits.cancel()
      backTo(row.id)
    }
    const save = (to: string) => {
      backTo(row.id)
      cellEdits.save(shown, name, value, to)
    }
    return {
      name,
      isInPlace: edit.options === undefined,
      node: <CellEditor label={label} edit={edit} value={value} onSave={save} onCancel={cancel} />,
    }
  }
  const selection = useMemo(
    () => ({ rows: [...ticked].map(([id, name]) => ({ id, name, href: hrefOf(id) })), clear, selectable: hasBox, commands }),
    [ticked, clear, hasBox, commands, hrefOf],
  )
  const least = (shown: readonly ListColumn[]) => shown.reduce((sum, { width }) => sum + (width ?? leastName), hasBox ? 46 : 0)
  const widths = { "--least": `${least(columns)}px`, "--least-narrow": `${least(columns.filter(({ hideBelow }) => !hideBelow))}px` }
  const tickState = rows.length > 0 && rows.every(({ id }) => ticked.has(id)) ? "all" : ticked.size > 0 ? "some" : "none"
  const wide = columns.length + (hasBox ? 1 : 0)
  return (
    <GridSelectionContext value={selection}>
      <div ref={scroller} className="grid-scroll">
        {rows.length === 0 && empty}
        {/* biome-ignore lint/a11y: clicks come from the links and boxes inside, which the keyboard reaches by themselves */}
        <table
          className="grid-table"
          style={widths}
          hidden={rows.length === 0}
          aria-label={label}
          aria-rowcount={page.isMore ? -1 : page.total + 1}
          aria-busy={progress.onward === "loading" || progress.back === "loading" || undefined}
          onClick={click}
          onAuxClick={click}
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
                isTicked={ticked.has(row.id)}
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
      <div role="status" className="grid-news">
        {live.fresh > 0 && (
          <>
            {live.fresh === 1 ? `1 new ${noun[0]}` : `${live.fresh} new ${noun[1]}`}
            <Button
              size="s"
              onClick={() => {
                live.seen()
                jump("home").then((isThere) => isThere && setEnd("home"))
              }}
            >
              Show
            </Button>
          </>
        )}
      </div>
      <Rail bulk={bulk}>
        <Pager range={pageRange({ ...page, place: placeOf(top), rows: rows.slice(top, bottom + 1) })} {...pager} isEndless />
      </Rail>
      <span role="status" className="sr-only">
        {progress.onward === "loading" || progress.back === "loading" ? `Loading more ${noun[1]}` : ""}
      </span>
      <KeysDialog
        open={listed}
        onOpenChange={setListed}
        commands={commands}
        selectable={hasBox}
        moves={hasPeek ? [...moves, peekKey] : moves}
      />
    </GridSelectionContext>
  )
}
