import { auditMove } from "@/lib/platform/audit"
import { readField } from "@/lib/platform/editable"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { customerRef, lockToEdit, type Worker } from "./lock-customer"
import { contactInfoKinds } from "./rules"
import type { AddContactInfo, ContactInfoRef } from "./schema"

const refused = (message: string) => new AppError("invalid", message, { fields: { value: message } })

/** Adds an email or a phone beside the primary ones. */
export async function addContactInfo(ctx: Worker, { customerId, kind, value: typed, label }: AddContactInfo) {
  const customer = await lockToEdit(ctx, customerId)
  const word = contactInfoKinds[kind]
  const read = readField({ label: word, kind, column: "value", isRequired: true }, typed, customer.country)
  if ("problem" in read) throw refused(read.problem)
  const value = read.text ?? ""
  const known = await ctx.tx.customerContactInfo.count({ where: { customerId, kind, value } })
  if (known > 0 || customer[kind] === value) throw refused(`${customer.number} has this ${word.toLowerCase()} already.`)
  await ctx.tx.customerContactInfo.create({ data: { id: newId(), customerId, kind, value, label, createdAt: ctx.now } })
  const changes = [{ field: "contactInfos", from: null, to: `${label}: ${value}` }]
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Contact information", changes })
  return { value }
}

/** Takes an email or a phone away. */
export async function removeContactInfo(ctx: Worker, { customerId, infoId }: ContactInfoRef) {
  const customer = await lockToEdit(ctx, customerId)
  const info = await ctx.tx.customerContactInfo.findFirst({ where: { id: infoId, customerId } })
  if (!info) throw notFound("email or phone")
  await ctx.tx.customerContactInfo.delete({ where: { id: infoId } })
  const changes = [{ field: "contactInfos", from: `${info.label}: ${info.value}`, to: null }]
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Contact information", changes })
  return { value: info.value }
}
