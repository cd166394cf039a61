"use client"
import { type ReactNode, useMemo } from "react"
import { fieldEdits } from "@/components/shell/edit/field-edit"
import { type CellEdit, CellEditsContext, type SaveOutcome } from "@/components/shell/list/cell-edit"
import { ownerEdit } from "@/components/shell/list/owner-edit"
import { afterMove } from "@/components/shell/list/save-cell"
import type { ListRow } from "@/lib/platform/list-source"
import { assignOpportunity, editOpportunity, holdOpportunity, resumeOpportunity } from "@/lib/sales/actions"
import { opportunityEditables } from "@/lib/sales/opportunities/editables"
import { opportunityStatusReasons, refusalToAssign, refusalToEdit, stages } from "@/lib/sales/opportunities/rules"
import { MoveStage } from "@/lib/sales/opportunities/schema"
import type { Worker } from "@/lib/sales/worker"
import { moveStage } from "@/lib/sync/actions"

const judged = ({ isOpen, ownerId }: ListRow) => ({
  state: isOpen ? ("open" as const) : ("lost" as const),
  ownerId,
  ownerName: "A colleague",
})
const choices = (words: Record<string, { word: string }>) => Object.entries(words).map(([value, { word }]) => ({ value, label: word }))

function stageEdit(worker: Worker): CellEdit {
  const save = async (row: ListRow, from: string, to: string, isForced: boolean): Promise<SaveOutcome> => {
    const asked = MoveStage.parse({ opportunityId: row.id, stage: to, was: isForced ? undefined : from })
    const outcome = afterMove(await moveStage(asked), !isForced)
    return outcome.is === "saved" ? { ...outcome, undo: () => save(row, to, from, false) } : outcome
  }
  return {
    options: choices(stages),
    refusal: (row) => refusalToEdit(judged(row), worker)?.message ?? null,
    valueOf: (cell) => String(cell ?? ""),
    cellOf: (value) => value,
    save,
  }
}

/** On Hold and In Progress are set at once; closing takes its dialog on the record. */
function statusEdit(worker: Worker): CellEdit {
  const save = async (row: ListRow, from: string, to: string): Promise<SaveOutcome> => {
    if (to === "won") return { is: "asks", href: `/sales/opportunities/${row.id}?do=win` }
    if (to !== "on_hold" && to !== "in_progress") return { is: "asks", href: `/sales/opportunities/${row.id}?do=lose` }
    const set = to === "on_hold" ? holdOpportunity : resumeOpportunity
    const outcome = afterMove(await set({ opportunityId: row.id }), false)
    return outcome.is === "saved" ? { ...outcome, undo: () => save(row, to, from) } : outcome
  }
  return {
    options: choices(opportunityStatusReasons),
    refusal: (row) => refusalToEdit(judged(row), worker)?.message ?? null,
    valueOf: (cell) => String(cell ?? ""),
    cellOf: (value) => (value === "on_hold" || value === "in_progress" ? value : null),
    save,
  }
}

/** What people edit in the cells of the list of opportunities, and what moving a card of their board does. */
export function OpportunityEdits({ worker, children }: { worker: Worker; children: ReactNode }) {
  const edits = useMemo(
    () => ({
      stage: stageEdit(worker),
      status: statusEdit(worker),
      ...fieldEdits(["rating", "revenue", "closeDate", "probability", "need", "timeframe"], opportunityEditables, {
        edit: editOpportunity,
        refusalTo: (row) => refusalToEdit(judged(row), worker),
      }),
      owner: ownerEdit({
        owners: "/sales/owners",
        refusalTo: (row, to) => refusalToAssign(judged(row), worker, to),
        assign: (row, ownerId, was) => assignOpportunity({ id: row.id, ownerId, was }),
      }),
    }),
    [worker],
  )
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}
