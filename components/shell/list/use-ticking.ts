"use client"
import { useEffect, useState } from "react"
import type { CellAround } from "./cell"

const minuteMs = 60_000

/** What cells are drawn against, by the minute where one of them is a timer: a page that stays open tells the time that is left. The hour is the server's, carried on. */
export function useTicking(around: CellAround, columns: readonly { kind: string }[]): CellAround {
  const hasTimer = columns.some(({ kind }) => kind === "timer")
  const { now } = around
  const [told, tell] = useState({ from: now, now })
  useEffect(() => {
    if (!hasTimer) return
    const since = performance.now()
    const tick = setInterval(() => tell({ from: now, now: now + performance.now() - since }), minuteMs)
    return () => clearInterval(tick)
  }, [hasTimer, now])
  return told.from === now && told.now !== now ? { ...around, now: told.now } : around
}
