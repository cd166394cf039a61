"use client"
import { type ReactNode, useMemo } from "react"
import { fieldEdits } from "@/components/shell/edit/field-edit"
import { CellEditsContext } from "@/components/shell/list/cell-edit"
import { customerEditables } from "@/lib/commerce/customers/editables"
import { type CustomerStatus, customerLists, refusalToEdit } from "@/lib/commerce/customers/rules"
import type { ActingRole } from "@/lib/identity/permissions"
import { editCustomer } from "@/lib/sync/actions"

const noCodes = Object.fromEntries(Object.keys(customerLists).map((list) => [list, {}])) as Parameters<typeof customerEditables>[1]
const names = ["searchName", "email", "phone", "street", "street2", "postalCode", "city", "stateProvince", "taxId", "holdReason"]

/** What people edit in the cells of the list of customers. */
export function CustomerEdits({ staffRole, children }: { staffRole: ActingRole; children: ReactNode }) {
  const edits = useMemo(() => {
    const all = customerEditables("organization", noCodes)
    const editables = Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
    const status = (isOpen: boolean): CustomerStatus => (isOpen ? "active" : "archived")
    return fieldEdits(Object.keys(editables), editables, {
      edit: editCustomer,
      refusalTo: ({ isOpen }) => refusalToEdit({ number: "This customer", status: status(isOpen) }, { staffRole }),
    })
  }, [staffRole])
  return <CellEditsContext value={edits}>{children}</CellEditsContext>
}
