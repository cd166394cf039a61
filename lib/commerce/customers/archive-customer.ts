import { auditMove } from "@/lib/platform/audit"
import { insistOn } from "@/lib/platform/overtaken"
import { customerRef, lockCustomer, type Worker } from "./lock-customer"
import { moveCustomer } from "./move-customers"
import { type CustomerStatus, customerStatuses, refusalToArchive, refusalToReactivate } from "./rules"
import type { ArchiveCustomer, CustomerRef } from "./schema"

/** Archives a customer that nobody orders for or with. Its history stays, and so does its number. */
export async function archiveCustomer(ctx: Worker, { customerId, reason }: ArchiveCustomer) {
  const customer = await lockCustomer(ctx, customerId)
  await insistOn(ctx, refusalToArchive(customer, ctx.actor), customerId)
  await moveCustomer(ctx, customer, "archived")
  const changes = [{ field: "status", from: customer.status, to: "archived" }]
  auditMove(ctx, { move: "customer.archive", record: customerRef(customer), from: customer.status, to: "archived", reason, changes })
  return { number: customer.number }
}

/** Makes an archived customer what it was before; one whose past is not known is Provisional. */
export async function reactivateCustomer(ctx: Worker, { customerId }: CustomerRef) {
  const customer = await lockCustomer(ctx, customerId)
  const other =
    customer.type === "person" && customer.status === "archived"
      ? await ctx.tx.customer.findFirst({
          where: { type: "person", email: customer.email, status: { not: "archived" } },
          select: { number: true },
        })
      : null
  await insistOn(ctx, refusalToReactivate(customer, other?.number ?? null, ctx.actor), customerId)
  const status = await statusBefore(ctx, customerId)
  await moveCustomer(ctx, customer, status)
  const changes = [{ field: "status", from: "archived", to: status }]
  auditMove(ctx, { move: "customer.reactivate", record: customerRef(customer), from: "archived", to: status, changes })
  return { number: customer.number, status: customerStatuses[status] }
}

async function statusBefore({ tx }: Worker, recordId: string): Promise<CustomerStatus> {
  const last = await tx.fieldChange.findFirst({
    where: { recordId, field: "status", to: "archived" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { from: true },
  })
  return last?.from === "active" ? "active" : "provisional"
}
