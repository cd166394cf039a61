"use client"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import { countOf } from "@/components/shell/page-range"
import { type Counted, countedTo } from "@/lib/platform/counted"
import type { WorkCounts } from "@/lib/platform/lanes"

const CountsContext = createContext<WorkCounts>({ total: 0, isMore: false, lanes: null })

/** How many rows the list has, as far as it is known by now. */
export const useCounts = (): WorkCounts => useContext(CountsContext)

type CountingProps = {
  path: string
  /** The view in the URL, without the place in it. */
  params: string
  /** What the page knows by itself. */
  seen: Counted
  /** When the page was read: each time anew, the rows are counted anew. */
  at: number
  children: ReactNode
}

/** A list whose page knows only that there are more rows than it shows: they are counted once it stands, so that nobody waits for a number. */
export function Counting({ path, params, seen, at, children }: CountingProps) {
  const [known, setKnown] = useState<{ params: string; counts: WorkCounts } | null>(null)
  const isAsked = seen.isMore && seen.total < countedTo
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again when the page was read again
  useEffect(() => {
    if (!isAsked) return
    const given = new AbortController()
    const url = `${path}/rows?${[params, "count=1"].filter(Boolean).join("&")}`
    fetch(url, { headers: { accept: "application/json" }, signal: given.signal })
      .then((answer): Promise<WorkCounts | null> | null => (answer.ok ? answer.json() : null))
      .then((counts) => counts && setKnown({ params, counts }))
      .catch(() => {})
    return () => given.abort()
  }, [path, params, isAsked, at])
  const counts = isAsked && known?.params === params ? known.counts : { ...seen, lanes: null }
  return <CountsContext value={counts}>{children}</CountsContext>
}

/** How many rows the list has, with their noun. */
export function ListCount({ noun: [one, many] }: { noun: readonly [one: string, many: string] }) {
  return <span className="tabular-nums">{countOf(useCounts(), one, many)}</span>
}
