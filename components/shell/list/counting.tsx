"use client"
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react"
import { countOf } from "@/components/shell/page-range"
import { type Counted, countedTo } from "@/lib/platform/counted"
import type { WorkCounts } from "@/lib/platform/lanes"

type Counts = WorkCounts & {
  /** Tells that all rows of the list are loaded, which is as good as counting. */
  tellWhole: (total: number) => void
}

const CountsContext = createContext<Counts>({ total: 0, isMore: false, lanes: null, tellWhole: () => {} })

/** How many rows the list has, as far as it is known by now. */
export const useCounts = (): Counts => useContext(CountsContext)

type CountingProps = {
  path: string
  /** The view in the URL, without the place in it. */
  params: string
  /** What the page knows by itself. */
  seen: Counted
  /** There are lanes of which the page does not know how long they are. */
  hasLongLanes: boolean
  /** When the page was read: each time anew, the rows are counted anew. */
  at: number
  children: ReactNode
}

/** A list whose page knows only that there are more rows than it shows: they are counted once it stands, so that nobody waits for a number. */
export function Counting({ path, params, seen, hasLongLanes, at, children }: CountingProps) {
  const [known, setKnown] = useState<{ params: string; counts: WorkCounts } | null>(null)
  const isVague = seen.isMore && seen.total < countedTo
  const isAsked = isVague || hasLongLanes
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
  const tellWhole = useCallback(
    (total: number) => setKnown((now) => (now?.params === params ? now : { params, counts: { total, isMore: false, lanes: null } })),
    [params],
  )
  const counts = isAsked && known?.params === params ? known.counts : null
  const value = { ...(isVague && counts ? counts : seen), lanes: counts?.lanes ?? null, tellWhole }
  return <CountsContext value={value}>{children}</CountsContext>
}

/** How many rows the list has, with their noun. */
export function ListCount({ noun: [one, many] }: { noun: readonly [one: string, many: string] }) {
  const counts = useCounts()
  return (
    <span role="status" className="tabular-nums">
      {counts.total === 0 && counts.isMore ? `Looking for ${many}` : countOf(counts, one, many)}
    </span>
  )
}
