import { auditMove } from "@/lib/platform/audit"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { customerRef, lockCustomer, type Worker } from "./lock-customer"
import { refusalToChooseInvoiceAccount } from "./rules"
import type { ChooseInvoiceAccount } from "./schema"

/** Chooses by hand who gets a customer's invoices, where no seat in a hierarchy decides it. */
export async function chooseInvoiceAccount(ctx: Worker, { customerId, number }: ChooseInvoiceAccount) {
  const customer = await lockCustomer(ctx, customerId)
  await insistOn(ctx, refusalToChooseInvoiceAccount(customer, ctx.actor), customerId)
  const payer = number ? await findPayer(ctx, customer.number, number) : null
  await ctx.tx.customer.update({ where: { id: customerId }, data: { invoiceAccountId: payer?.id ?? null, version: { increment: 1 } } })
  // The field's history is written by the database, whoever changes it.
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Invoice account" })
  return { number: customer.number }
}

async function findPayer({ tx }: Worker, own: string, typed: string) {
  const refuse = (message: string) => new AppError("invalid", message, { fields: { number: message } })
  const payer = await tx.customer.findUnique({
    where: { number: typed.toUpperCase() },
    select: { id: true, number: true, type: true, status: true },
  })
  if (!payer) throw refuse(`There is no customer ${typed}. Enter the number of an organization.`)
  if (payer.number === own) throw refuse("A customer without an invoice account gets its own invoices. Leave it empty.")
  if (payer.type !== "organization") throw refuse(`${payer.number} is a person. Invoices go to an organization.`)
  if (payer.status === "archived") throw refuse(`${payer.number} is Archived. Choose another organization.`)
  return payer
}
