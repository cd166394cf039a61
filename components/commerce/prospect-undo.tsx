import { UndoStrip } from "@/components/commerce/undo-strip"
import type { Undoable } from "@/lib/commerce/prospects/get-undoable"
import type { Staff } from "@/lib/identity/actor"
import { mayUndoAny, refusalToUndo } from "@/lib/sync/undo-decision"

const deeds: Record<string, string> = {
  approve: "approved this prospect",
  reject: "rejected this prospect",
  win: "closed its opportunity as Won",
  lose: "closed its opportunity as Lost",
  disqualify: "disqualified its lead",
}

/** Undo of the decision on a prospect, while its window lasts. */
export function ProspectUndo({ decision, staff, now }: { decision: Undoable; staff: Staff; now: Date }) {
  const refused = refusalToUndo(decision, { id: staff.id, mayUndoAny: mayUndoAny(staff) }, now)
  return (
    <UndoStrip decisionId={decision.id} until={decision.undoableUntil.getTime()} now={now.getTime()} reason={refused?.message ?? null}>
      <b>{decision.actorName}</b> {deeds[decision.kind]} a moment ago.
    </UndoStrip>
  )
}
