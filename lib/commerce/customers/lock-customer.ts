import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { gone } from "@/lib/platform/merged-record"
import { insistOn } from "@/lib/platform/overtaken"
import { refusalToEdit } from "./rules"

export type Worker = Ctx & { actor: Staff }

const own = {
  id: true,
  number: true,
  name: true,
  type: true,
  status: true,
  version: true,
  email: true,
  phone: true,
  country: true,
} as const
const hierarchy = { select: { number: true, name: true, suspendedAt: true } } as const

/** Locks a customer until commit, so that two who change what belongs to it wait for each other, and returns it with its hierarchies and seats. */
export async function lockCustomer({ tx }: Ctx, id: string) {
  await tx.$executeRaw`select 1 from commerce.customer where id = ${id}::uuid for update`
  const customer = await tx.customer.findUnique({
    where: { id },
    select: {
      ...own,
      hierarchies: hierarchy,
      memberships: { where: { removedAt: null }, orderBy: { invitedAt: "asc" }, select: { hierarchy } },
    },
  })
  if (!customer) throw await gone(tx, "customer", id)
  return customer
}

export type LockedCustomer = Awaited<ReturnType<typeof lockCustomer>>

/** The same, for somebody who may edit it. */
export async function lockToEdit(ctx: Worker, id: string): Promise<LockedCustomer> {
  const customer = await lockCustomer(ctx, id)
  await insistOn(ctx, refusalToEdit(customer, ctx.actor), id)
  return customer
}

export const customerRef = ({ id, number }: Pick<LockedCustomer, "id" | "number">) => ({ kind: "customer" as const, id, label: number })
