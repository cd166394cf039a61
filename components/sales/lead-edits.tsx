"use client"
import { type ReactNode, useMemo } from "react"
import { fieldEdits } from "@/components/shell/edit/field-edit"
import { type CellEdit, CellEditsContext, type SaveOutcome } from "@/components/shell/list/cell-edit"
import { ownerEdit } from "@/components/shell/list/owner-edit"
import { afterMove } from "@/components/shell/list/save-cell"
import type { ListRow } from "@/lib/platform/list-source"
import { assignLead, editLead } from "@/lib/sales/actions"
import { leadEditables } from "@/lib/sales/leads/editables"
import { disqualificationReasons, leadStatusReasons, openReasons, refusalToAssign, refusalToEdit } from "@/lib/sales/leads/rules"
import type { Worker } from "@/lib/sales/worker"
import { markLead } from "@/lib/sync/actions"

const judged = ({ isOpen, ownerId }: ListRow) => ({
  state: isOpen ? ("open" as const) : ("disqualified" as const),
  statusReason: isOpen ? ("new" as const) : ("lost" as const),
  ownerId,
  ownerName: "A colleague",
})

const isOpenReason = (value: string) => openReasons.find((reason) => reason === value)

/** New and Contacted are set at once; a decision opens its dialog. */
function statusEdit(worker: Worker): CellEdit {
  const offered = [...openReasons, "qualified" as const, ...disqualificationReasons]
  const save = async (row: ListRow, from: string, to: string): Promise<SaveOutcome> => {
    const as = isOpenReason(to)
    if (to === "qualified") return { is: "asks", href: `?do=qualify&lead=${row.id}` }
    if (!as) return { is: "asks", href: `?do=disqualify&lead=${row.id}` }
    const outcome = afterMove(await markLead({ leadId: row.id, as }), false)
    return outcome.is === "saved" ? { ...outcome, undo: () => save(row, to, from) } : outcome
  }
  return {
    options: offered.map((reason) => ({ value: reason, label: leadStatusReasons[reason].word })),
    refusal: (row) => refusalToEdit(judged(row), worker)?.message ?? null,
    valueOf: (cell) => String(cell ?? ""),
    cellOf: (value) => (isOpenReason(value) ? value : null),
    save,
  }
}

type LeadEditsProps = { worker: Worker; children: ReactNode }

/** What people edit in the cells of the lead grid: topic, rating, status and owner. */
export function LeadEdits({ worker, children }: LeadEditsProps) {
  const edits = useMemo(
    () => ({
      ...fieldEdits(["topic", "rating", "source", "jobTitle", "value"], leadEditables, {
        edit: editLead,
        refusalTo: (row) => refusalToEdit(judged(row), worker),
      }),
      status: statusEdit(worker),
      owner: ownerEdit({
        owners: "/sales/owners",
        refusalTo: (row, to) => refusalToAssign(judged(row), worker, to),
        assign: (row, ownerId, was) => assignLead({ leadId: row.id, ownerId, was }),
      }),
    }),
    [worker],
  )
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}
