import { type EditedRecord, editRows } from "@/components/shell/edit/edit-view"
import { type CodeWords, customerEditables, withOwn } from "@/lib/commerce/customers/editables"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import {
  type CustomerWorker,
  refusalToArchive,
  refusalToChooseInvoiceAccount,
  refusalToEdit,
  refusalToReactivate,
} from "@/lib/commerce/customers/rules"

/** Why this person cannot edit, archive, reactivate the customer, or choose its invoice account. */
export type CustomerRefusals = Record<"edit" | "archive" | "reactivate" | "invoiceAccount", string | null>

/** A customer as one person sees its record: the codes that can be chosen, all codes by name, and what is refused. */
export type CustomerView = { customer: CustomerDetail; standing: CodeWords; every: CodeWords; refusals: CustomerRefusals }

/** What the rules say to a person about a customer. */
export function customerRefusals(customer: CustomerDetail, worker: CustomerWorker): CustomerRefusals {
  return {
    edit: refusalToEdit(customer, worker)?.message ?? null,
    archive: refusalToArchive(customer, worker)?.message ?? null,
    reactivate: refusalToReactivate(customer, null, worker)?.message ?? null,
    invoiceAccount: refusalToChooseInvoiceAccount(customer, worker)?.message ?? null,
  }
}

/** The record whose fields a section of the page edits. */
export const editedCustomer = ({ customer: { id, version, currency }, refusals }: CustomerView): EditedRecord => ({
  kind: "customer",
  id,
  version,
  currency: currency ?? "EUR",
  refusal: refusals.edit,
  historyHref: `/commerce/customers/${id}/history`,
})

/** Makes the lines of a customer's sections. A code that is archived keeps its name. */
export function customerRows({ customer, standing, every }: CustomerView) {
  return editRows(customerEditables(customer.type, withOwn(standing, customer, every)), customer)
}
