import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { type JudgedDecision, mayUndoAny, refusalToUndo } from "@/lib/sync/undo-decision"

/** Whether somebody can still take a decision back: the rule's answer, for showing **Undo** or not. */
export function canUndo(decision: JudgedDecision | null, staff: Staff, now: Date): boolean {
  if (!decision || !may(staff.staffRole, "decision:undo")) return false
  return refusalToUndo(decision, { id: staff.id, mayUndoAny: mayUndoAny(staff) }, now) === null
}
