import { editCustomer } from "@/lib/commerce/customers/edit-customer"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { editAccountInSales } from "@/lib/sales/accounts/edit-account"
import { editAnswer } from "@/lib/sales/editing/edit-record"
import type { EditRecord } from "@/lib/sales/editing/schema"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"

/** Edits an account; while its map runs, its customer in Commerce is written in the same transaction. */
export async function editAccount(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editAccountInSales(ctx, input)
  const { id, customerId, name, email, phone, website, taxId, country, street, street2, city, stateProvince, postalCode } = edited.after
  if (edited.changes.length > 0 && customerId && (await runningMaps(ctx.tx)).has("accounts_customers")) {
    const address = { country, street, street2, city, stateProvince, postalCode }
    const { number } = await editCustomer(ctx, customerId, { name, email, phone, website, taxId, ...address })
    noteDualWrite(ctx, {
      map: "accounts_customers",
      operation: "update",
      source: { kind: "account", id, label: name },
      target: { kind: "customer", id: customerId, label: number },
      aggregateId: id,
    })
  }
  return editAnswer(edited)
}
