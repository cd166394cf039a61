import { followParty } from "@/lib/commerce/customers/follow-party"
import type { Staff } from "@/lib/identity/actor"
import { alsoChanged } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { fieldTexts } from "@/lib/platform/editable"
import { editAnswer } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { fullName } from "@/lib/platform/party"
import { editContactInSales } from "@/lib/sales/contacts/edit-contact"
import { currentMapping, handedOn } from "./carry-on"
import { targets } from "./conversion/mapping"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"

/** Edits a contact; while its map runs, its customer in Commerce is written in the same transaction, as the field mapping says. */
export async function editContact(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editContactInSales(ctx, input)
  const { id, customerId } = edited.after
  if (edited.changes.length > 0 && customerId && (await runningMaps(ctx.tx)).has("contacts_customers")) {
    const values = fieldTexts(targets.contact, edited.after)
    const details = handedOn(await currentMapping(ctx.tx), "person", values, edited.changes)
    if (details) {
      const { number, changes } = await followParty(ctx, customerId, details)
      alsoChanged(ctx, { record: { kind: "customer", id: customerId, label: number }, changes })
      noteDualWrite(ctx, {
        map: "contacts_customers",
        operation: "update",
        source: { kind: "contact", id, label: fullName(edited.after) },
        target: { kind: "customer", id: customerId, label: number },
        aggregateId: id,
      })
    }
  }
  return editAnswer(edited)
}
