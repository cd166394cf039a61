import { makeAddressPrimary as makeAddressPrimaryInCommerce } from "@/lib/commerce/customers/change-addresses"
import { lockToEdit } from "@/lib/commerce/customers/lock-customer"
import type { AddressRef, ContactInfoRef } from "@/lib/commerce/customers/schema"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { editCustomer, lockCounterpart } from "./edit-customer"

type Worker = Ctx & { actor: Staff }
const next = { version: { increment: 1 } } as const

/** Locks a customer with its counterpart, so that what is read of it before an edit is what the edit finds. */
async function lockWhole(ctx: Worker, customerId: string): Promise<void> {
  await lockCounterpart(ctx, customerId)
  await lockToEdit(ctx, customerId)
}

/**
 * Makes an address the one that is used for its purpose. A business address changes places with the customer's own, which its account has
 * too; what is not whole is not kept.
 */
export async function makeAddressPrimary(ctx: Worker, ref: AddressRef) {
  const { addressId, customerId } = ref
  await lockWhole(ctx, customerId)
  const address = await ctx.tx.customerAddress.findFirst({ where: { id: addressId, customerId } })
  if (!address) throw notFound("address")
  if (address.purpose !== "business") return makeAddressPrimaryInCommerce(ctx, ref)
  const { country, street, street2, city, stateProvince, postalCode } = address
  const stood = await ctx.tx.customer.findUniqueOrThrow({ where: { id: customerId } })
  await editCustomer(ctx, {
    id: customerId,
    version: stood.version,
    changes: { country, street, street2, city, stateProvince, postalCode },
    base: {},
  })
  if (stood.country && stood.street && stood.city) {
    const { country, street, street2, city, stateProvince, postalCode } = stood
    await ctx.tx.customerAddress.update({
      where: { id: addressId },
      data: { country, street, street2, city, stateProvince, postalCode, name: "Earlier primary address", ...next },
    })
  } else await ctx.tx.customerAddress.delete({ where: { id: addressId } })
  return { name: address.name }
}

/** Makes an email or phone the primary one; the one that was stays beside it. */
export async function makeContactInfoPrimary(ctx: Worker, { customerId, infoId }: ContactInfoRef) {
  await lockWhole(ctx, customerId)
  const info = await ctx.tx.customerContactInfo.findFirst({ where: { id: infoId, customerId } })
  if (!info) throw notFound("email or phone")
  const { kind, value } = info
  const stood = await ctx.tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { version: true, email: true, phone: true } })
  await editCustomer(ctx, { id: customerId, version: stood.version, changes: { [kind]: value }, base: {} })
  const before = stood[kind]
  if (before) await ctx.tx.customerContactInfo.update({ where: { id: infoId }, data: { value: before, label: `Earlier ${kind}`, ...next } })
  else await ctx.tx.customerContactInfo.delete({ where: { id: infoId } })
  return { value }
}
