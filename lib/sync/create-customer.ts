import { createCustomerInCommerce, type MadeCustomer } from "@/lib/commerce/customers/create-customer"
import type { NewCustomer } from "@/lib/commerce/customers/schema"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { openAccountOfCustomer } from "@/lib/sales/accounts/account-of-customer"
import { contactOfCustomer } from "@/lib/sales/contacts/contact-of-customer"
import { currentMapping } from "./carry-on"
import { noteDualWrite } from "./dual-write"
import { counterparts, handedBack } from "./hand-back"
import { runningMaps } from "./maps"

/** Makes a customer by hand; while its map runs, its one account or contact is made in the same transaction. */
export async function createCustomer(ctx: Ctx & { actor: Staff }, input: NewCustomer) {
  const made = await createCustomerInCommerce(ctx, input)
  const { kind, map } = counterparts[made.type]
  if ((await runningMaps(ctx.tx)).has(map)) {
    const { id, label, isNew } = await counterpartOf(ctx, made)
    await ctx.tx.customer.update({ where: { id: made.id }, data: { salesId: id } })
    const source = { kind: "customer" as const, id: made.id, label: made.number }
    noteDualWrite(ctx, { map, operation: isNew ? "create" : "link", source, target: { kind, id, label }, aggregateId: id })
  }
  return { id: made.id, number: made.number, name: made.name }
}

async function counterpartOf(ctx: Ctx, made: MadeCustomer): Promise<{ id: string; label: string; isNew: boolean }> {
  const values = handedBack(await currentMapping(ctx.tx), made.type, made.values)
  if (made.type === "organization") return { ...(await openAccountOfCustomer(ctx, made, values)), isNew: true }
  const organization = made.organizationId
    ? await ctx.tx.customer.findUnique({ where: { id: made.organizationId }, select: { salesId: true } })
    : null
  return contactOfCustomer(ctx, made, organization?.salesId ?? null, values)
}
