"use client"
import { useRef, useState } from "react"
import { useLive } from "@/components/shell/use-live"
import type { ListRow } from "@/lib/platform/list-source"

const gatherMs = 400

type LiveRows = {
  /** The kind of record that the list is of. */
  kind: string
  ids: readonly string[]
  freshen: (ids: readonly string[]) => Promise<unknown>
  fetchThese: (ids: readonly string[]) => Promise<ListRow[]>
}

/** Keeps rows as colleagues change them, and counts those that are new to the view until somebody asks to see them. */
export function useLiveRows({ kind, ids, freshen, fetchThese }: LiveRows) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const heard = useRef(new Set<string>())
  const timer = useRef<number>(undefined)
  useLive(({ changes, isGap, many }) => {
    for (const change of changes) if (change.kind === kind) heard.current.add(change.id)
    if (isGap || many.some((each) => each === kind)) for (const id of ids) heard.current.add(id)
    if (heard.current.size === 0) return
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(async () => {
      const known = new Set(ids)
      const all = [...heard.current].slice(-200)
      heard.current.clear()
      await freshen(all.filter((id) => known.has(id)))
      const others = await fetchThese(all.filter((id) => !known.has(id)))
      // What nobody has touched since it was made is new; the rest stands further down.
      const made = others.filter(({ version }) => version === 1).map(({ id }) => id)
      if (made.length > 0) setFresh((now) => new Set([...now, ...made]))
    }, gatherMs)
  })
  return { fresh: [...fresh].filter((id) => !ids.includes(id)).length, seen: () => setFresh(new Set()) }
}
