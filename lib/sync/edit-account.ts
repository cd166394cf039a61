import { editCustomer } from "@/lib/commerce/customers/edit-customer"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { fieldTexts } from "@/lib/platform/editable"
import { editAccountInSales } from "@/lib/sales/accounts/edit-account"
import { editAnswer } from "@/lib/sales/editing/edit-record"
import type { EditRecord } from "@/lib/sales/editing/schema"
import { currentMapping, handedOn } from "./carry-on"
import { targets } from "./conversion/mapping"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"

/** Edits an account; while its map runs, its customer in Commerce is written in the same transaction, as the field mapping says. */
export async function editAccount(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editAccountInSales(ctx, input)
  const { id, customerId, name } = edited.after
  if (edited.changes.length > 0 && customerId && (await runningMaps(ctx.tx)).has("accounts_customers")) {
    const values = fieldTexts(targets.account, edited.after)
    const details = handedOn(await currentMapping(ctx.tx), "organization", values, edited.changes)
    if (details) {
      const { number } = await editCustomer(ctx, customerId, details)
      noteDualWrite(ctx, {
        map: "accounts_customers",
        operation: "update",
        source: { kind: "account", id, label: name },
        target: { kind: "customer", id: customerId, label: number },
        aggregateId: id,
      })
    }
  }
  return editAnswer(edited)
}
