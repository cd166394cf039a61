import type { ReadCustomer } from "@/lib/commerce/side-by-side/customer-values"
import { overrideInCommerce } from "@/lib/commerce/side-by-side/override-members"
import type { PlannedChange } from "@/lib/commerce/side-by-side/override-plan"
import type { OverrideMembers, UndoOverride } from "@/lib/commerce/side-by-side/schema"
import { undoOverrideInCommerce } from "@/lib/commerce/side-by-side/undo-override"
import type { Staff } from "@/lib/identity/actor"
import { alsoChanged } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { followCustomer } from "@/lib/sales/contacts/edit-contact"
import { currentMapping } from "./carry-on"
import type { Mapping } from "./conversion/mapping"
import { noteDualWrite } from "./dual-write"
import { counterparts, handedBack } from "./hand-back"
import { runningMaps } from "./maps"

type Worker = Ctx & { actor: Staff }
type Changed = { member: Pick<ReadCustomer, "customerId" | "number">; changes: readonly PlannedChange[] }

/** Copies fields from an Admin to members; while the map runs, their contacts take over what they share, in the same transaction. */
export async function overrideMembers(ctx: Worker, input: OverrideMembers) {
  const mapping = await sharedMapping(ctx, input.fields)
  if (mapping) {
    await lockContacts(
      ctx,
      input.members.map(({ customerId }) => customerId),
    )
  }
  const { overrideId, number, done, left } = await overrideInCommerce(ctx, input)
  if (mapping) await handBack(ctx, mapping, done)
  return { overrideId, number, members: done.length, changes: done.reduce((sum, { changes }) => sum + changes.length, 0), left }
}

/** Takes an override back, in both stores. */
export async function undoOverride(ctx: Worker, input: UndoOverride) {
  const override = await ctx.tx.override.findUnique({
    where: { id: input.overrideId },
    select: { fields: true, rows: { select: { customerId: true } } },
  })
  const mapping = await sharedMapping(ctx, override?.fields ?? [])
  if (mapping) {
    await lockContacts(
      ctx,
      (override?.rows ?? []).map(({ customerId }) => customerId),
    )
  }
  const { done, kept } = await undoOverrideInCommerce(ctx, input)
  if (mapping) await handBack(ctx, mapping, done)
  return { members: done.length, kept }
}

/** The mapping, where contacts share one of the fields and the map runs. */
async function sharedMapping({ tx }: Ctx, fields: readonly string[]): Promise<Mapping | null> {
  if (!(await runningMaps(tx)).has(counterparts.person.map)) return null
  const mapping = await currentMapping(tx)
  const shared = handedBack(mapping, "person", Object.fromEntries(fields.map((field) => [field, null])))
  return Object.keys(shared).length > 0 ? mapping : null
}

/** Contacts before their customers, as edits in Sales do. */
async function lockContacts({ tx }: Ctx, customerIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select 1 from sales.contact where customer_id = any(${[...customerIds]}::uuid[]) order by id for update`
}

async function handBack(ctx: Worker, mapping: Mapping, done: readonly Changed[]): Promise<void> {
  const customers = await ctx.tx.customer.findMany({
    where: { id: { in: done.map(({ member }) => member.customerId) }, salesId: { not: null } },
    select: { id: true, salesId: true },
  })
  const salesIds = new Map(customers.map(({ id, salesId }) => [id, salesId]))
  const { kind, map } = counterparts.person
  for (const { member, changes } of done) {
    const contactId = salesIds.get(member.customerId)
    const values = handedBack(mapping, "person", Object.fromEntries(changes.map(({ field, to }) => [field, to])))
    if (!contactId || Object.keys(values).length === 0) continue
    const followed = await followCustomer(ctx, contactId, values)
    const target = { kind, id: contactId, label: followed.label }
    alsoChanged(ctx, { record: target, changes: followed.changes })
    const source = { kind: "customer" as const, id: member.customerId, label: member.number }
    noteDualWrite(ctx, { map, operation: "update", source, target, aggregateId: contactId })
  }
}
