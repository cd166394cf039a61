"use client"
import { type RefObject, useLayoutEffect, useRef, useState } from "react"

/** How far a walk along the rows goes, and how the rows come into sight. */
export type Walk = {
  /** The row at which the keyboard was when the list was left. */
  kept: string | null
  /** The rows in sight, from where a walk begins. */
  top: number
  bottom: number
  isReached: { home: boolean; end: boolean }
  jump: (to: "home" | "end") => Promise<boolean>
  scrollTo: (index: number) => void
}

type RowPositionProps = Walk & {
  ids: readonly string[]
  width: number
  body: RefObject<HTMLElement | null>
  onMove: (id: string) => void
}

/** Where the keyboard is in the rows of a list: the row, and in it the cell, once somebody walks cells. The focus follows. */
export function useRowPosition({ ids, width, body, kept, top, bottom, isReached, jump, scrollTo, onMove }: RowPositionProps) {
  const [current, setCurrent] = useState<string | null>(kept)
  const [cell, setCell] = useState<number | null>(null)
  const [end, setEnd] = useState<"home" | "end" | null>(null)
  const focusNext = useRef(false)

  const backTo = (id: string) => {
    focusNext.current = true
    setCurrent(id)
  }
  const goTo = (index: number) => {
    const id = ids[index]
    if (id === undefined) return
    backTo(id)
    scrollTo(index)
    onMove(id)
  }
  const step = (by: 1 | -1) => {
    const at = current === null ? -1 : ids.indexOf(current)
    goTo(at < 0 ? (by > 0 ? top : bottom) : Math.min(ids.length - 1, Math.max(0, at + by)))
  }
  const goToEnd = async (to: "home" | "end") => {
    if (isReached[to] || (await jump(to))) setEnd(to)
  }
  /** The first row as it is now, though the list begins there already. */
  const goToNewest = async () => {
    if (await jump("home")) setEnd("home")
  }
  /** Left and right walk the cells of a row; at its name the walk ends. */
  const across = (event: Event, by: 1 | -1) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>("tr[data-id]") : null
    const id = current ?? line?.dataset.id
    if (!id || !line || !body.current?.contains(line)) return false
    const to = Math.min(width - 1, Math.max(0, (cell ?? 0) + by))
    backTo(id)
    setCell(to === 0 ? null : to)
  }
  const leaveCells = () => {
    if (cell === null || !current) return false
    setCell(null)
    backTo(current)
  }

  useLayoutEffect(() => {
    if (!focusNext.current || !current) return
    const line = body.current?.querySelector<HTMLElement>(`tr[data-id="${current}"]`)
    const target = line?.querySelector<HTMLElement>(cell ? "td[tabindex]" : ".grid-link")
    if (!target) return
    focusNext.current = false
    target.focus({ preventScroll: true })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rows of that end are drawn
  useLayoutEffect(() => {
    if (!end) return
    setEnd(null)
    goTo(end === "home" ? 0 : ids.length - 1)
  }, [end])

  return { current, setCurrent, cell, backTo, step, goToEnd, goToNewest, across, leaveCells }
}
