import type { Ctx } from "@/lib/platform/context"
import type { FieldText } from "@/lib/platform/editable"
import { readNew } from "@/lib/platform/editing/read-new"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { contactSearchText } from "../search-texts"
import { contactEditables } from "./editables"

type Values = Partial<Record<keyof typeof contactEditables, FieldText>>
type Counterpart = { id: string; label: string; isNew: boolean }

/**
 * The contact of a customer that Commerce made by hand: the one who has the address already, or else a new one, at the account of the
 * organization that the person orders for.
 */
export async function contactOfCustomer(
  { tx, now }: Ctx,
  customer: { id: string; number: string },
  accountId: string | null,
  values: Values,
): Promise<Counterpart> {
  const { data, text } = readNew(contactEditables, values)
  const account = accountId ? await tx.account.findUnique({ where: { id: accountId }, select: { name: true } }) : null
  const numbered = { customerId: customer.id, customerNumber: customer.number }
  const email = text("email")
  if (email) await tx.$executeRaw`select 1 from sales.contact where email = ${email} for update`
  const known = email ? await tx.contact.findUnique({ where: { email }, include: { account: { select: { name: true } } } }) : null
  if (known?.customerId) {
    const message = `${fullName(known)} is the contact of customer ${known.customerNumber} already. Reactivate that customer instead.`
    throw new AppError("conflict", message, { fields: { email: message } })
  }
  if (known) {
    const searchText = contactSearchText({ ...known, ...numbered }, known.account?.name ?? null)
    await tx.contact.update({ where: { id: known.id }, data: { ...numbered, searchText, version: { increment: 1 } } })
    return { id: known.id, label: fullName(known), isNew: false }
  }
  const id = newId()
  const names = { firstName: text("firstName") ?? "", lastName: text("lastName") ?? "" }
  const searchText = contactSearchText({ ...names, email, phone: text("phone"), ...numbered }, account?.name ?? null)
  await tx.contact.createMany({
    data: [{ ...data, ...names, ...numbered, id, email, accountId: account && accountId, searchText, createdAt: now }],
  })
  return { id, label: fullName(names), isNew: true }
}
