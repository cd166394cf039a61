import { auditMove } from "@/lib/platform/audit"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { addressLine, judgeAddress, type WholeAddress } from "./address-rules"
import { customerRef, type LockedCustomer, lockToEdit, type Worker } from "./lock-customer"
import { type AddressPurpose, addressPurposes } from "./rules"
import type { AddAddress, AddressRef, EditAddress } from "./schema"

type Told = WholeAddress & { name: string; purpose: AddressPurpose; isPrimary: boolean }

const told = (address: Told): string =>
  `${addressPurposes[address.purpose]}${address.isPrimary ? ", primary" : ""}: ${address.name}, ${addressLine(address)}`

function noteChange(ctx: Worker, customer: LockedCustomer, from: Told | null, to: Told | null): void {
  const changes = [{ field: "addresses", from: from && told(from), to: to && told(to) }]
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Addresses", changes })
}

function readAddress(typed: AddAddress): WholeAddress {
  const judged = judgeAddress(typed)
  if ("address" in judged) return judged.address
  throw new AppError("invalid", Object.values(judged.problems)[0] ?? "Check the address.", { fields: judged.problems })
}

/** Adds an address. The first of its purpose is the one that is used; the business address that is used is the customer's own. */
export async function addAddress(ctx: Worker, typed: AddAddress) {
  const customer = await lockToEdit(ctx, typed.customerId)
  const { customerId, purpose, name } = typed
  const others = await ctx.tx.customerAddress.count({ where: { customerId, purpose } })
  const address = { ...readAddress(typed), name, purpose, isPrimary: purpose !== "business" && others === 0 }
  await ctx.tx.customerAddress.create({ data: { ...address, id: newId(), customerId, createdAt: ctx.now } })
  noteChange(ctx, customer, null, address)
  return { name }
}

async function standing(ctx: Worker, { customerId, addressId }: AddressRef) {
  const customer = await lockToEdit(ctx, customerId)
  const address = await ctx.tx.customerAddress.findFirst({ where: { id: addressId, customerId } })
  if (!address) throw notFound("address")
  return { customer, address }
}

/** Changes an address; one that gets another purpose is no longer the one that is used, unless there is none yet. */
export async function editAddress(ctx: Worker, { version, addressId, ...typed }: EditAddress) {
  const { customerId, purpose, name } = typed
  const { customer, address } = await standing(ctx, { customerId, addressId })
  if (address.version !== version) throw await overtaken(ctx, customerId)
  const isMoved = purpose !== address.purpose
  const rivals = isMoved ? await ctx.tx.customerAddress.count({ where: { customerId, purpose, isPrimary: true } }) : 0
  const isPrimary = isMoved ? purpose !== "business" && rivals === 0 : address.isPrimary
  const after = { ...readAddress(typed), name, purpose, isPrimary }
  await ctx.tx.customerAddress.update({ where: { id: addressId }, data: { ...after, version: { increment: 1 } } })
  if (isMoved && address.isPrimary) await promote(ctx, customerId, address.purpose)
  noteChange(ctx, customer, address, after)
  return { name }
}

/** Takes an address away; of its purpose the oldest other one is used from now on. */
export async function removeAddress(ctx: Worker, ref: AddressRef) {
  const { customer, address } = await standing(ctx, ref)
  await ctx.tx.customerAddress.delete({ where: { id: address.id } })
  if (address.isPrimary) await promote(ctx, ref.customerId, address.purpose)
  noteChange(ctx, customer, address, null)
  return { name: address.name }
}

async function promote({ tx }: Worker, customerId: string, purpose: AddressPurpose): Promise<void> {
  const next = await tx.customerAddress.findFirst({ where: { customerId, purpose }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })
  if (next) await tx.customerAddress.update({ where: { id: next.id }, data: { isPrimary: true, version: { increment: 1 } } })
}

/** Makes an address the one that is used for its purpose. Business addresses change places with the customer's own, which `lib/sync` does. */
export async function makeAddressPrimary(ctx: Worker, ref: AddressRef) {
  const { customer, address } = await standing(ctx, ref)
  const { customerId, purpose } = address
  if (address.isPrimary) throw new AppError("conflict", `${address.name} is the primary address already.`)
  await ctx.tx.customerAddress.updateMany({
    where: { customerId, purpose, isPrimary: true },
    data: { isPrimary: false, version: { increment: 1 } },
  })
  await ctx.tx.customerAddress.update({ where: { id: address.id }, data: { isPrimary: true, version: { increment: 1 } } })
  noteChange(ctx, customer, address, { ...address, isPrimary: true })
  return { name: address.name }
}
