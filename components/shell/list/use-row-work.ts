"use client"
import { useRouter, useSearchParams } from "next/navigation"
import { type MouseEvent, type RefObject, useCallback, useMemo, useState } from "react"
import type { ListRow } from "@/lib/platform/list-source"
import { addToHere } from "./add-to-here"
import { type CellAround, cellText } from "./cell"
import type { ListColumn } from "./list-columns"
import { rowDeed } from "./row-deed"
import { columnClass } from "./row-line"
import { useCellEditors } from "./use-cell-editors"
import { useColumnWidths } from "./use-column-widths"
import { useListKeys } from "./use-list-keys"
import { useRowPosition, type Walk } from "./use-row-position"
import { useTicking } from "./use-ticking"
import { useTicks } from "./use-ticks"

/** A letter that leads somewhere with a row: its id takes the place of `:id`. What begins with `?` is added to the list's own URL. */
export type RowCommand = { key: string; word: string; href: string }

type RowWorkProps = {
  path: string
  /** The view in the URL, without the place in it. */
  params: string
  columns: readonly ListColumn[]
  around: CellAround
  rows: readonly ListRow[]
  /** Of the rows, in their order. */
  ids: readonly string[]
  /** What the rows are drawn in. */
  body: RefObject<HTMLElement | null>
  commands: readonly RowCommand[]
  hasBox: boolean
  /** Space shows a record beside the list, by `?peek=`. */
  hasPeek: boolean
  isPhone: boolean
  walk: Walk
  freshen: (ids: readonly string[]) => Promise<unknown>
}

/** What a column without a width of its own has at the least, in pixels. */
const leastName = 168

const isOnBox = (event: Event) => event.target instanceof Element && event.target.closest("button, input") !== null
const isOnControl = (event: Event) => event.target instanceof Element && event.target.closest("a, button, input") !== null

/** What people do with the rows of a list, however they are laid out: walk them, tick them, edit their cells, open and preview their records. */
export function useRowWork({
  path,
  params,
  columns,
  around: given,
  rows,
  ids,
  body,
  commands,
  hasBox,
  hasPeek,
  isPhone,
  walk,
  freshen,
}: RowWorkProps) {
  const around = useTicking(given, columns)
  const router = useRouter()
  const [isListed, setListed] = useState(false)
  const order = useMemo(() => {
    const [first] = columns
    return rows.map(({ id, cells: [name = null] }) => ({ id, name: first ? cellText(first, name) : "" }))
  }, [rows, columns])
  const { ticked, toggle, tickAll, clear, all, selectAll } = useTicks(order)
  const classes = useMemo(() => columns.map((column, at) => columnClass(column, at === 0 && !hasBox)), [columns, hasBox])
  const hrefOf = useCallback((id: string) => `${path}/${id}${params && `?${params}`}`, [path, params])

  const peeked = useSearchParams().get("peek")
  const endPeek = () => router.replace(addToHere("?peek="), { scroll: false })
  const peek = (id: string) => {
    if (isPhone) router.push(hrefOf(id))
    else if (peeked === id) endPeek()
    else router.replace(addToHere(`?peek=${id}`), { scroll: false })
  }
  const position = useRowPosition({
    ids,
    width: columns.length,
    body,
    ...walk,
    onMove: (id) => peeked && peeked !== id && peek(id),
  })
  const { current, setCurrent, cell, backTo, step, goToEnd, across, leaveCells } = position
  const { begin, editable, shownRow, editorOf } = useCellEditors({ columns, freshen, backTo })

  const open = (id: string) => router.push(hrefOf(id))
  const run = ({ href }: RowCommand, id: string) => router.push(addToHere(href.replace(":id", id)), { scroll: false })
  const edit = (id: string | null, at: number | null) => {
    const row = rows.find((one) => one.id === id)
    const name = at === null ? undefined : columns[at]?.name
    return row !== undefined && name !== undefined && begin(row, name)
  }
  const isInRows = (event: Event) => event.target instanceof Element && body.current?.contains(event.target)
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
  const areAllTicked = all !== null || (rows.length > 0 && rows.every(({ id }) => ticked.has(id)))
  return {
    position,
    selection,
    keys: { open: isListed, onOpenChange: setListed, commands, selectable: hasBox, hasPeek },
    table: { style: widths, onClick: click, onAuxClick: click, ...useColumnWidths(columns) },
    head: {
      columns,
      classes,
      hasBox,
      ticked: areAllTicked ? ("all" as const) : ticked.size > 0 ? ("some" as const) : ("none" as const),
      tickAll: (isOn: boolean) => (isOn ? tickAll() : clear()),
    },
    /** How many columns the table has. */
    // Cells that span what is hidden would give columns that nobody sees a part of the name's width.
    span: {
      always: columns.filter(({ hideBelow }) => !hideBelow).length + (hasBox ? 1 : 0),
      wide: columns.filter(({ hideBelow }) => hideBelow).length,
    },
    line: (row: ListRow) => ({
      row: shownRow(row),
      columns,
      classes,
      around,
      href: hrefOf(row.id),
      hasBox,
      isTicked: all !== null || ticked.has(row.id),
      isCurrent: row.id === current,
      editable,
      cellAt: row.id === current ? cell : null,
      editor: editorOf(row),
    }),
  }
}
