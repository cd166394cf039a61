"use client"
import { useCallback, useRef, useState } from "react"

/**
 * The ticked rows, by id with their names; they stay ticked while the list scrolls on and drops them. `all`: how many match the view, once all
 * of these are meant instead; touching a row ends that.
 */
export function useTicks(order: readonly { id: string; name: string }[]) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, string>>(new Map())
  const [all, selectAll] = useState<number | null>(null)
  const last = useRef<string | null>(null)

  /** Ticks or unticks a row; as a range, every row from the one that was touched last to it. */
  const toggle = useCallback(
    (id: string, isRange: boolean) => {
      const at = order.findIndex((row) => row.id === id)
      const from = isRange ? order.findIndex((row) => row.id === last.current) : -1
      const touched = from < 0 ? order.slice(at, at + 1) : order.slice(Math.min(at, from), Math.max(at, from) + 1)
      last.current = id
      selectAll(null)
      setTicked((before) => {
        const now = new Map(before)
        const isOn = isRange && from >= 0 ? true : !before.has(id)
        for (const row of touched) isOn ? now.set(row.id, row.name) : now.delete(row.id)
        return now
      })
    },
    [order],
  )
  const tickAll = useCallback(
    () => setTicked((before) => new Map([...before, ...order.map(({ id, name }) => [id, name] as const)])),
    [order],
  )
  const clear = useCallback(() => {
    setTicked(new Map())
    selectAll(null)
  }, [])
  return { ticked, toggle, tickAll, clear, all, selectAll }
}
