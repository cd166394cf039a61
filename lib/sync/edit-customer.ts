import { editCustomerInCommerce } from "@/lib/commerce/customers/edit-in-commerce"
import type { CustomerType } from "@/lib/commerce/customers/rules"
import type { Staff } from "@/lib/identity/actor"
import { alsoChanged } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { editAnswer } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { followCustomer as followInAccount } from "@/lib/sales/accounts/edit-account"
import { followCustomer as followInContact } from "@/lib/sales/contacts/edit-contact"
import { currentMapping } from "./carry-on"
import { noteDualWrite } from "./dual-write"
import { counterparts, handedBack } from "./hand-back"
import { runningMaps } from "./maps"

/** Edits a customer; while its map runs, its account or contact takes over what they share in the same transaction. */
export async function editCustomer(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const party = await lockCounterpart(ctx, input.id)
  const edited = await editCustomerInCommerce(ctx, input)
  if (party) {
    const { type, salesId } = party
    const changed = Object.fromEntries(edited.changes.map(({ field, to }) => [field, to]))
    const values = handedBack(await currentMapping(ctx.tx), type, changed)
    if (Object.keys(values).length > 0) {
      const { kind, map } = counterparts[type]
      const { changes, label } = await (type === "person" ? followInContact : followInAccount)(ctx, salesId, values)
      const target = { kind, id: salesId, label }
      alsoChanged(ctx, { record: target, changes })
      const source = { kind: "customer" as const, id: input.id, label: edited.after.number }
      noteDualWrite(ctx, { map, operation: "update", source, target, aggregateId: salesId })
    }
  }
  return editAnswer(edited)
}

/** Locks the counterpart before its customer, as edits in Sales do; null where there is none, or its map does not run. */
export async function lockCounterpart(
  { tx }: Pick<Ctx, "tx">,
  customerId: string,
): Promise<{ type: CustomerType; salesId: string } | null> {
  const customer = await tx.customer.findUnique({ where: { id: customerId }, select: { type: true, salesId: true } })
  if (!customer?.salesId || !(await runningMaps(tx)).has(counterparts[customer.type].map)) return null
  if (customer.type === "person") await tx.$executeRaw`select 1 from sales.contact where id = ${customer.salesId}::uuid for update`
  else await tx.$executeRaw`select 1 from sales.account where id = ${customer.salesId}::uuid for update`
  return { type: customer.type, salesId: customer.salesId }
}
