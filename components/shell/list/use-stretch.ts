"use client"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { Stretch } from "@/lib/platform/keyset"
import type { ListRow } from "@/lib/platform/list-source"
import { type PackedStretch, unpackRows } from "@/lib/platform/list-wire"

/** A page in the browser. `from`: the cursor that it comes after; null for the list's beginning, undefined while nobody knows it. */
export type Block = Stretch<ListRow> & { from: string | null | undefined }
export type Way = "onward" | "back"
type Progress = "idle" | "loading" | "failed"

/** More pages than these are dropped at the far end, and fetched again from their cursors. */
const mostBlocks = 20

const unpack = ({ rows, ...page }: PackedStretch, from: Block["from"]): Block => ({
  ...page,
  rows: unpackRows(rows),
  from: page.previous === null ? null : from,
})

/** The pages that the server sent again, put in the place of the one that they renew. */
function renewed(blocks: readonly Block[], fresh: Block): Block[] {
  const at = blocks.findIndex(({ from }) => from !== undefined && from === fresh.from)
  const old = blocks[at]
  if (!old) return [fresh]
  return [...blocks.slice(0, at), fresh, ...(old.next === fresh.next ? blocks.slice(at + 1) : [])]
}

function joined(blocks: readonly Block[], found: Block, way: Way): Block[] {
  if (found.rows.length === 0 && blocks.length > 0) return stretched(blocks, found, way)
  if (way === "onward") return [...blocks, found].slice(-mostBlocks)
  const [first, ...others] = blocks
  const known = first ? [{ ...first, from: found.next ?? first.from }, ...others] : []
  return [found, ...known].slice(0, mostBlocks)
}

/** A page on which nothing fitted only says where to look on. */
function stretched(blocks: readonly Block[], { next, previous }: Block, way: Way): Block[] {
  const at = way === "onward" ? blocks.length - 1 : 0
  return blocks.map((block, place) => (place !== at ? block : way === "onward" ? { ...block, next } : { ...block, previous }))
}

/**
 * The loaded part of a list, which grows at both ends as it is scrolled. `first` is what the server rendered, after the cursor `from`;
 * `kept` is what was loaded when the list was left.
 */
export function useStretch(
  path: string,
  params: string,
  first: PackedStretch,
  from: string | null | undefined,
  kept: readonly Block[] | null,
) {
  const [{ seen, blocks }, setLoaded] = useState(() => ({ seen: first, blocks: [...(kept ?? [unpack(first, from)])] }))
  const [progress, setProgress] = useState<Record<Way, Progress>>({ onward: "idle", back: "idle" })
  const run = useRef(0)
  if (seen.rows !== first.rows || seen.next !== first.next || seen.previous !== first.previous) {
    setLoaded({ seen: first, blocks: renewed(blocks, unpack(first, from)) })
  }

  const fetchPage = useCallback(
    async (place: string): Promise<PackedStretch> => {
      const answer = await fetch(`${path}/rows?${[params, place].filter(Boolean).join("&")}`, { headers: { accept: "application/json" } })
      if (!answer.ok) throw new Error(`${answer.status}`)
      return answer.json()
    },
    [path, params],
  )

  const load = useCallback(
    async (way: Way, edge: string) => {
      const mine = run.current
      setProgress((now) => ({ ...now, [way]: "loading" }))
      const page = await fetchPage(`${way === "onward" ? "after" : "before"}=${encodeURIComponent(edge)}`).catch(() => null)
      if (mine !== run.current) return
      setProgress((now) => ({ ...now, [way]: page ? "idle" : "failed" }))
      if (page) setLoaded((now) => ({ ...now, blocks: joined(now.blocks, unpack(page, way === "onward" ? edge : undefined), way) }))
    },
    [fetchPage],
  )

  const jump = useCallback(
    async (to: "home" | "end") => {
      run.current += 1
      const mine = run.current
      const page = await fetchPage(to === "end" ? "end=1" : "").catch(() => null)
      if (!page || mine !== run.current) return false
      setProgress({ onward: "idle", back: "idle" })
      setLoaded((now) => ({ ...now, blocks: [unpack(page, to === "home" ? null : undefined)] }))
      return true
    },
    [fetchPage],
  )

  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )

  const replace = useCallback((found: readonly ListRow[], gone: ReadonlySet<string> = none) => {
    const byId = new Map(found.map((row) => [row.id, row]))
    setLoaded((now) => ({
      ...now,
      blocks: now.blocks.map((block) => ({
        ...block,
        rows: block.rows.filter(({ id }) => !gone.has(id)).map((row) => byId.get(row.id) ?? row),
      })),
    }))
  }, [])

  const fetchThese = useCallback(
    async (ids: readonly string[]): Promise<ListRow[]> => {
      const page = ids.length > 0 ? await fetchPage(`ids=${ids.join(",")}`).catch(() => null) : null
      return page ? unpackRows(page.rows) : []
    },
    [fetchPage],
  )
  /** Some rows as they are now; those that left the view go. */
  const freshen = useCallback(
    async (ids: readonly string[]) => {
      const page = ids.length > 0 ? await fetchPage(`ids=${ids.join(",")}`).catch(() => null) : null
      if (!page) return
      const found = unpackRows(page.rows)
      const kept = new Set(found.map(({ id }) => id))
      replace(found, new Set(ids.filter((id) => !kept.has(id))))
    },
    [fetchPage, replace],
  )

  const rows = useMemo(() => [...new Map(blocks.flatMap((block) => block.rows.map((row) => [row.id, row] as const))).values()], [blocks])
  const edges = { back: blocks.at(0)?.previous ?? null, onward: blocks.at(-1)?.next ?? null }
  return { rows, blocks, edges, progress, load, jump, freshen, fetchThese }
}

const none: ReadonlySet<string> = new Set()
