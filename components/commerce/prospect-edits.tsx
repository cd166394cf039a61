"use client"
import { type ReactNode, useMemo } from "react"
import { type CellEdit, CellEditsContext, type SaveOutcome } from "@/components/shell/list/cell-edit"
import { ownerEdit } from "@/components/shell/list/owner-edit"
import { assignProspect } from "@/lib/commerce/actions"
import { prospectStatuses, refusalToApprove, refusalToAssign } from "@/lib/commerce/prospects/rules"
import type { ActingRole } from "@/lib/identity/permissions"
import type { ListRow } from "@/lib/platform/list-source"

const judged = ({ isOpen }: ListRow) => ({ status: isOpen ? ("pending" as const) : ("rejected" as const) })

const decisions = { approved: "approve", rejected: "reject" } as const
const decisionOf = (value: string) => (value === "approved" || value === "rejected" ? decisions[value] : null)

/** A decision opens its dialog on the record; nothing is decided in a cell. */
const statusEdit = (role: ActingRole): CellEdit => ({
  options: (["pending", "approved", "rejected"] as const).map((value) => ({ value, label: prospectStatuses[value] })),
  refusal: (row) => refusalToApprove(judged(row), role)?.message ?? null,
  valueOf: (cell) => String(cell ?? ""),
  cellOf: () => null,
  save: async (row, _, to): Promise<SaveOutcome> => {
    const decision = decisionOf(to)
    return decision
      ? { is: "asks", href: `/commerce/prospects/${row.id}?do=${decision}` }
      : { is: "refused", why: "Only taking a decision back makes a prospect Pending again." }
  },
})

/** What people edit in the cells of the prospect grid: owner and, by its dialog, status. */
export function ProspectEdits({ role, children }: { role: ActingRole; children: ReactNode }) {
  const edits = useMemo(
    () => ({
      status: statusEdit(role),
      owner: ownerEdit({
        owners: "/commerce/owners",
        refusalTo: (row) => refusalToAssign(judged(row), role),
        assign: (row, ownerId, was) => assignProspect({ prospectId: row.id, ownerId, was }),
      }),
    }),
    [role],
  )
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}
