import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react"

export type GridPlace = { row: number; column: number }

type Walked = {
  rows: number
  columns: number
  /** How many rows Page Down goes. */
  page: number
  table: RefObject<HTMLTableElement | null>
  scrollToRow: (row: number) => void
}

/** The keys of a grid: arrows, Home, End, Page Up and Down, with Ctrl to its corners. One cell is in the order of Tab; the focus follows it. */
export function useGridWalk({ rows, columns, page, table, scrollToRow }: Walked) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const mustFocus = useRef(false)
  const at = { row: Math.min(place.row, Math.max(0, rows - 1)), column: Math.min(place.column, columns - 1) }

  useLayoutEffect(() => {
    if (!mustFocus.current) return
    mustFocus.current = false
    table.current?.querySelector<HTMLElement>('td[tabindex="0"], th[tabindex="0"]')?.focus({ preventScroll: false })
  })

  const go = (to: GridPlace) => {
    const next = {
      row: Math.max(0, Math.min(rows - 1, to.row)),
      column: Math.max(0, Math.min(columns - 1, to.column)),
    }
    mustFocus.current = true
    scrollToRow(next.row)
    setPlace(next)
  }
  const press = (event: KeyboardEvent): boolean => {
    const isFar = event.ctrlKey || event.metaKey
    const to: GridPlace | undefined = {
      ArrowDown: { ...at, row: at.row + 1 },
      ArrowUp: { ...at, row: at.row - 1 },
      ArrowRight: { ...at, column: at.column + 1 },
      ArrowLeft: { ...at, column: at.column - 1 },
      PageDown: { ...at, row: at.row + page },
      PageUp: { ...at, row: at.row - page },
      Home: { row: isFar ? 0 : at.row, column: 0 },
      End: { row: isFar ? rows - 1 : at.row, column: columns - 1 },
    }[event.key]
    if (!to || event.altKey || (isFar && event.key.startsWith("Arrow"))) return false
    event.preventDefault()
    go(to)
    return true
  }
  return { at, go, press, put: setPlace }
}
