import { followParty } from "@/lib/commerce/customers/follow-party"
import type { Staff } from "@/lib/identity/actor"
import { alsoChanged } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { fieldTexts } from "@/lib/platform/editable"
import { editAnswer } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { editAccountInSales } from "@/lib/sales/accounts/edit-account"
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
      const { number, changes } = await followParty(ctx, customerId, details)
      alsoChanged(ctx, { record: { kind: "customer", id: customerId, label: number }, changes })
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
