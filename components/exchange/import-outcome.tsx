import { Strip } from "@/components/ui/strip"
import { momentText } from "@/components/ui/time"
import type { LeadImportView } from "@/lib/exchange/import/queries"

const count = (number: number, noun: string) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`

/** How an import ended, in one strip. */
export function ImportOutcome({ run }: { run: LeadImportView }) {
  const { state, error, created, updated, skipped, undone, kept, undoneAt, undoneBy, finishedAt, personName } = run
  if (state === "failed" || state === "canceled") {
    return (
      <Strip tone={state === "failed" ? "bad" : "mute"} className="mb-3">
        {`${state === "failed" ? "The file was not imported." : "The import was canceled."} ${error ?? ""} No lead was changed.`}
      </Strip>
    )
  }
  if (state === "undone") {
    return (
      <Strip tone={kept > 0 ? "wait" : "mute"} className="mb-3">
        {`${undoneBy} took this import back${undoneAt ? ` on ${momentText(undoneAt)}` : ""}: ${count(undone, "lead")} undone${kept > 0 ? `, ${count(kept, "lead")} left as they are` : ""}.`}
      </Strip>
    )
  }
  return (
    <Strip tone="good" className="mb-3">
      {`${personName} imported this file${finishedAt ? ` on ${momentText(finishedAt)}` : ""}: ${count(created, "lead")} created, ${count(updated, "lead")} updated, ${count(skipped, "row")} skipped. ${error ?? ""}`.trim()}
    </Strip>
  )
}
