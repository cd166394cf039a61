"use client"
import { type ReactNode, useMemo } from "react"
import { fieldEdits } from "@/components/shell/edit/field-edit"
import { CellEditsContext } from "@/components/shell/list/cell-edit"
import { ownerEdit } from "@/components/shell/list/owner-edit"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { assignAccount, assignContact } from "@/lib/sales/actions"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { refusalToAssignAccount, refusalToAssignContact, refusalToEditAccount, refusalToEditContact } from "@/lib/sales/party-rules"
import type { Worker } from "@/lib/sales/worker"
import { editAccount, editContact } from "@/lib/sync/actions"

const judged = ({ ownerId }: { ownerId: string | null }) => ({ ownerId, ownerName: "A colleague" })

type PartyEditsProps = { worker: Worker; children: ReactNode }

/** What people edit in the cells of the list of accounts. */
export function AccountEdits({ worker, children }: PartyEditsProps) {
  const edits = useMemo(
    () => ({
      ...fieldEdits(["website", "taxId", "email", "phone", "street", "street2", "postalCode", "city", "stateProvince"], accountEditables, {
        edit: editAccount,
        refusalTo: (row) => refusalToEditAccount(judged(row), worker),
      }),
      owner: ownerEdit({
        owners: "/sales/owners",
        refusalTo: (row, to) => refusalToAssignAccount(judged(row), worker, to),
        assign: (row, ownerId, was) => assignAccount({ id: row.id, ownerId, was }),
      }),
    }),
    [worker],
  )
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}

/** The same for contacts. */
export function ContactEdits({ worker, children }: PartyEditsProps) {
  const edits = useMemo(
    () => ({
      ...fieldEdits(["jobTitle", "email", "phone"], contactEditables, {
        edit: editContact,
        refusalTo: (row) => refusalToEditContact(judged(row), worker),
      }),
      owner: ownerEdit({
        owners: "/sales/owners",
        refusalTo: (row, to) => refusalToAssignContact(judged(row), worker, to),
        assign: (row, ownerId, was) => assignContact({ id: row.id, ownerId, was }),
      }),
    }),
    [worker],
  )
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}
