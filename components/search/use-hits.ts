"use client"
import { useEffect, useState } from "react"
import type { Hit } from "@/lib/search/kinds"

/** Whoever types goes on typing for at least so long. */
const pauseMs = 90

export type Hits = { q: string; hits: readonly Hit[]; state: "idle" | "asking" | "found" | "failed" }

const nothing: Hits = { q: "", hits: [], state: "idle" }

/** The records found for a text; a newer text takes back the question about the older. */
export function useHits(typed: string): Hits {
  const q = typed.trim()
  const [known, setKnown] = useState(nothing)
  useEffect(() => {
    if (q === "") {
      setKnown(nothing)
      return
    }
    setKnown((before) => ({ ...before, state: "asking" }))
    const stop = new AbortController()
    const timer = window.setTimeout(async () => {
      const hits = await ask(q, stop.signal)
      if (!stop.signal.aborted) setKnown(hits ? { q, hits, state: "found" } : { q, hits: [], state: "failed" })
    }, pauseMs)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [q])
  return known
}

async function ask(q: string, signal: AbortSignal): Promise<Hit[] | null> {
  try {
    const answer = await fetch(`/search/hits?${new URLSearchParams({ q })}`, { signal })
    return answer.ok ? (await answer.json()).hits : null
  } catch {
    return null
  }
}
