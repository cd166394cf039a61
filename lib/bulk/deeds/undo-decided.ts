import { undoDecisions } from "@/lib/sync/undo-decision"
import type { Deed, Undone } from "../run-job"

/** Takes back what a run decided, record by record: both stores as they were, the letters canceled. */
export const undoDecided: Deed["undo"] = async (ctx, _run, items) => {
  const reasons = await undoDecisions(
    ctx,
    items.flatMap(({ decisionId }) => decisionId ?? []),
  )
  return items.map(({ place, decisionId }): Undone => {
    const why = decisionId ? (reasons.get(decisionId) ?? null) : "There is no decision to take back."
    return why === null ? { place, result: "undone", why } : { place, result: "kept", why }
  })
}
