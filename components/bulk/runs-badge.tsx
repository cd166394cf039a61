"use client"
import Link from "next/link"
import { useCallback, useEffect, useRef, useState } from "react"
import { concerns, useLive } from "@/components/shell/use-live"
import { useToast } from "@/components/ui/toast"
import { type BulkKind, bulkKinds, countedRecords, undoKeyOf } from "@/lib/bulk/kinds"
import type { RunUnderWay } from "@/lib/platform/runs-under-way"
import type { RunProgressView } from "./run-progress"
import { doneOf } from "./run-words"
import { useUndoRun } from "./use-undo-run"

const askEveryMs = 1000

type Ended = RunProgressView & { title: string; asks: number; undoableUntil: number | null }

async function askFor<Answer>(path: string): Promise<Answer | null> {
  const answer = await fetch(path).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Answer) : null
}

const isUndo = (run: RunUnderWay) => run.state === "undoing"
const doing = (run: RunUnderWay) => (isUndo(run) ? "Undoing" : (bulkKinds[run.kind as BulkKind]?.doing ?? "Working"))

/** One's own run in the top bar, wherever one is: what it does and how far it has come. Once it is over, a toast says how it went, with Undo. */
export function RunsBadge({ runs: given }: { runs: readonly RunUnderWay[] }) {
  const tellEnd = useEnd()
  const [runs, setRuns] = useState(given)
  const known = useRef(given)
  const show = useCallback(
    (now: readonly RunUnderWay[]) => {
      for (const run of known.current) if (!now.some(({ id }) => id === run.id)) void tellEnd(run)
      known.current = now
      setRuns(now)
    },
    [tellEnd],
  )
  const givenKey = given.map(({ id, state }) => `${id} ${state}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says anew, once for each answer
  useEffect(() => show(given), [givenKey])
  const look = useCallback(async () => {
    const now = await askFor<RunUnderWay[]>("/sales/runs/mine")
    if (now) show(now)
  }, [show])
  useLive((news) => {
    if (concerns(news, "run")) void look()
  })
  const isUnderWay = runs.length > 0
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(look, askEveryMs)
    return () => clearInterval(timer)
  }, [isUnderWay, look])

  const [run, ...others] = runs
  if (!run) return null
  const percent = Math.round(Math.min(1, run.share) * 100)
  return (
    <Link href={`/sales/runs/${run.id}`} prefetch={false} className="runs-badge" title={run.title}>
      <span className="runs-ring" style={{ "--share": `${percent}%` }} aria-hidden="true" />
      <span className="max-m:sr-only">
        {doing(run)} {percent}%{others.length > 0 && `, and ${others.length} more`}
      </span>
    </Link>
  )
}

/** Tells how a run ended, and offers to take it back while that is possible. */
function useEnd() {
  const { showToast } = useToast()
  const undoRun = useUndoRun()
  return useCallback(
    async (run: RunUnderWay) => {
      const ended = await askFor<Ended>(`/sales/runs/${run.id}/progress`)
      if (!ended || (ended.state !== "done" && ended.state !== "undone")) return
      const { list, kind, done, asks, skipped, failed, undone, kept, undoableUntil } = ended
      if (ended.state === "undone") {
        const text =
          kept > 0 ? `${countedRecords(list, kept)} could not be taken back; the run's page says why.` : "Everything is as it was before."
        return void showToast({ title: `Undone: ${countedRecords(list, undone)}`, text })
      }
      const left = [skipped > 0 && `${skipped} skipped`, failed > 0 && `${failed} failed`].filter(Boolean).join(", ")
      const news = {
        title: doneOf(list, kind, done, asks),
        text: left ? `${left}. The run's page says why.` : ended.title,
      }
      const seconds = undoableUntil === null ? 0 : Math.floor((undoableUntil - Date.now()) / 1000)
      if (seconds < 1 || done === 0) return void showToast(news)
      const undo = async () => {
        const result = await undoRun(run.id).catch(() => null)
        if (!result?.ok) showToast({ tone: "bad", title: "Not undone", text: result?.error.message ?? "The server could not be reached." })
      }
      showToast({ ...news, undo, undoes: undoKeyOf(run.id), seconds })
    },
    [showToast, undoRun],
  )
}
