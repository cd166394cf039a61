import { Strip } from "@/components/ui/strip"
import { momentText } from "@/components/ui/time"
import type { RunView } from "@/lib/bulk/queries"
import { aheadOf, outcomeOf, undoneOf } from "./run-words"

/** How a run stands, in one strip: what it would do, what it did, or what was taken back. */
export function RunSummary({ run, isHeld }: { run: RunView; isHeld: boolean }) {
  const { state, error, undoableUntil } = run
  if (state === "ready") return <Strip tone={run.ready + run.chosen > 0 ? "info" : "wait"}>{aheadOf(run)}</Strip>
  if (state === "canceled") return <Strip tone="mute">This run was discarded before it began. Nothing was changed.</Strip>
  if (state === "failed") return <Strip tone="bad">{`This run could not be prepared. ${error ?? ""} Nothing was changed.`}</Strip>
  if (state === "undone") return <Strip tone={run.kept > 0 ? "wait" : "mute"}>{undoneOf(run)}</Strip>
  if (state !== "done") return null
  const held = isHeld && undoableUntil ? ` It can be undone until ${momentText(undoableUntil)}; its mails wait until then.` : ""
  return <Strip tone={run.done > 0 ? "good" : "wait"}>{`${outcomeOf(run)}${held}`}</Strip>
}
