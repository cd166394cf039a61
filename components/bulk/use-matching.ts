"use client"
import { useEffect, useState } from "react"
import type { BulkList } from "@/lib/bulk/kinds"

export type Matching = { count: number; isTooMany: boolean }

/** How many records match the view, asked for when somebody begins to tick; null until it is known. */
export function useMatching(list: BulkList, view: string): Matching | null {
  const [matching, setMatching] = useState<Matching | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    fetch(`/sales/runs/matching?${new URLSearchParams({ list, view })}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found: Matching | null) => found && setMatching(found))
      .catch(() => {})
    return () => stop.abort()
  }, [list, view])
  return matching
}
