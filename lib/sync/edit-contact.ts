import { editCustomer } from "@/lib/commerce/customers/edit-customer"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { fullName } from "@/lib/platform/party"
import { editContactInSales } from "@/lib/sales/contacts/edit-contact"
import { editAnswer } from "@/lib/sales/editing/edit-record"
import type { EditRecord } from "@/lib/sales/editing/schema"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"

/** What of a contact its customer carries; the rest is Sales' own. */
const carried = new Set(["firstName", "lastName", "email", "phone", "language"])

/** Edits a contact; while its map runs, its customer in Commerce is written in the same transaction. */
export async function editContact(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editContactInSales(ctx, input)
  const { id, customerId, firstName, lastName, email, phone, language } = edited.after
  const isCarried = edited.changes.some(({ field }) => carried.has(field))
  if (isCarried && customerId && (await runningMaps(ctx.tx)).has("contacts_customers")) {
    const name = fullName(edited.after)
    const { number } = await editCustomer(ctx, customerId, { name, firstName, lastName, email, phone, language })
    noteDualWrite(ctx, {
      map: "contacts_customers",
      operation: "update",
      source: { kind: "contact", id, label: name },
      target: { kind: "customer", id: customerId, label: number },
      aggregateId: id,
    })
  }
  return editAnswer(edited)
}
