import { Strip } from "@/components/ui/strip"
import type { RunView } from "@/lib/bulk/queries"
import { type Asks, aheadOf, outcomeOf, undoneOf } from "./run-words"
import { UndoLeft } from "./undo-left"

/** How a run stands, in one strip: what it would do, what it did and for how long that can be taken back, or what was taken back. */
export function RunSummary({ run, asks, now }: { run: RunView; asks: Asks; now: Date }) {
  const { state, error, undoableUntil } = run
  if (state === "ready") return <Strip tone={run.ready + run.chosen > 0 ? "info" : "wait"}>{aheadOf(run, asks)}</Strip>
  if (state === "canceled") return <Strip tone="mute">This run was discarded before it began. Nothing was changed.</Strip>
  if (state === "failed") return <Strip tone="bad">{`This run could not be prepared. ${error ?? ""} Nothing was changed.`}</Strip>
  if (state === "undone") return <Strip tone={run.kept > 0 ? "wait" : "mute"}>{undoneOf(run)}</Strip>
  if (state !== "done") return null
  const isOpen = run.done > 0 && undoableUntil !== null && undoableUntil > now
  return (
    <Strip tone={run.done > 0 ? "good" : "wait"}>
      {outcomeOf(run, asks)} {isOpen && <UndoLeft until={undoableUntil.getTime()} now={now.getTime()} />}
    </Strip>
  )
}
