import type { Ctx } from "@/lib/platform/context"
import type { FieldText } from "@/lib/platform/editable"
import { readNew } from "@/lib/platform/editing/read-new"
import { newId } from "@/lib/platform/ids"
import { companyDomain, nameKey } from "../match-keys"
import { accountSearchText } from "../search-texts"
import { accountEditables } from "./editables"

type Values = Partial<Record<keyof typeof accountEditables, FieldText>>

/** Makes the account of a customer that Commerce made by hand. Nobody owns it yet. */
export async function openAccountOfCustomer({ tx, now }: Ctx, customer: { id: string; number: string; name: string }, values: Values) {
  const { data, text } = readNew(accountEditables, { ...values, name: values.name ?? customer.name })
  const id = newId()
  const name = text("name") ?? customer.name
  const numbered = { customerId: customer.id, customerNumber: customer.number }
  const keys = {
    nameKey: nameKey(name),
    domain: companyDomain(text("website"), text("email")),
    searchText: accountSearchText({ name, phone: text("phone"), taxId: text("taxId"), ...numbered }),
  }
  await tx.account.createMany({ data: [{ ...data, ...keys, ...numbered, id, name, createdAt: now }] })
  return { id, label: name }
}
