"use client"
import { useState } from "react"
import type { Lane } from "@/lib/platform/lanes"
import type { ListRow } from "@/lib/platform/list-source"
import { type PackedStretch, unpackRows } from "@/lib/platform/list-wire"

export type PackedLane = Omit<Lane, "rows"> & { rows: string }
export type LoadedLane = Lane & { progress: "idle" | "loading" | "failed" }

const unpack = ({ rows, ...lane }: PackedLane): LoadedLane => ({ ...lane, rows: unpackRows(rows), progress: "idle" })

/** The lanes of a board: more of each as it is scrolled, and cards that go from one to another before the server says so. */
export function useLanes(path: string, params: string, given: readonly PackedLane[]) {
  const [{ seen, lanes }, set] = useState(() => ({ seen: given, lanes: given.map(unpack) }))
  if (seen !== given) set({ seen: given, lanes: given.map(unpack) })
  const change = (value: string, how: (lane: LoadedLane) => LoadedLane) =>
    set((now) => ({ ...now, lanes: now.lanes.map((lane) => (lane.value === value ? how(lane) : lane)) }))

  const load = async ({ value, next }: LoadedLane) => {
    if (!next) return
    change(value, (lane) => ({ ...lane, progress: "loading" }))
    const asked = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(params)), lane: value, after: next })
    const page: PackedStretch | null = await fetch(`${path}/rows?${asked}`).then(
      (answer) => (answer.ok ? answer.json() : null),
      () => null,
    )
    change(value, (lane) => {
      if (!page) return { ...lane, progress: "failed" }
      const known = new Set(lane.rows.map(({ id }) => id))
      return {
        ...lane,
        progress: "idle",
        next: page.next,
        rows: [...lane.rows, ...unpackRows(page.rows).filter(({ id }) => !known.has(id))],
      }
    })
  }

  /** Puts a card at the head of another lane; what it returns puts it back. */
  const move = (row: ListRow, from: string, to: string) => {
    const carry = (away: string, there: string) => {
      change(away, (lane) => ({ ...lane, total: lane.total - 1, rows: lane.rows.filter(({ id }) => id !== row.id) }))
      change(there, (lane) => ({ ...lane, total: lane.total + 1, rows: [row, ...lane.rows.filter(({ id }) => id !== row.id)] }))
    }
    carry(from, to)
    return () => carry(to, from)
  }
  return { lanes, load, move }
}
