"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { type BulkKind, type BulkList, bulkKinds } from "@/lib/bulk/kinds"
import type { BulkRunState } from "@/lib/bulk/rules"
import { soFar } from "./run-words"

export type RunProgressView = {
  state: BulkRunState
  list: BulkList
  kind: BulkKind
  total: number
  through: number
  done: number
  skipped: number
  failed: number
  undone: number
  kept: number
}

const askEveryMs = 600

/** How far the step in hand has come: how many of how many. */
function stepOf({ state, total, through, done, undone, kept }: RunProgressView): { at: number; of: number } {
  if (state === "undoing") return { at: undone + kept, of: done }
  return { at: state === "releasing" ? total : through, of: total }
}

/** A step that the worker has in hand. The page may be left: it goes on. While records are looked at, the page shows them as they come. */
export function RunProgress({ id, ...first }: RunProgressView & { id: string }) {
  const router = useRouter()
  const [now, setNow] = useState<RunProgressView>(first)
  const isLooking = first.state === "checking"
  useEffect(() => {
    let before = first.through
    const ask = async () => {
      const answer = await fetch(`/sales/runs/${id}/progress`).catch(() => null)
      if (!answer?.ok) return
      const progress = (await answer.json()) as RunProgressView
      setNow(progress)
      if (progress.state !== first.state || (isLooking && progress.through > before)) router.refresh()
      before = progress.through
    }
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [id, first.state, first.through, isLooking, router])
  const { at, of } = stepOf(now)
  const percent = Math.round((Math.min(at, of) / Math.max(1, of)) * 100)
  const { doing } = bulkKinds[first.kind]
  const word = isLooking ? "Looking at each record" : first.state === "undoing" ? "Taking the run back" : doing
  const text = `${word}: ${soFar(first.list, Math.min(at, of), of)}`
  return (
    <section aria-label="Progress" className="run-progress">
      <p role="status" className="tabular-nums">
        <b className="font-semi">{word}</b>
        <span className="text-ink-2">, {soFar(first.list, Math.min(at, of), of)}</span>
      </p>
      <div
        role="progressbar"
        aria-label={word}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={text}
        className="run-line"
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      {!isLooking && (
        <p className="text-12 text-ink-3">You can leave this page. The work goes on, and the bar above shows how far it is.</p>
      )}
    </section>
  )
}
