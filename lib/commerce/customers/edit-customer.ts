import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { searchText } from "@/lib/platform/fold"
import type { Address } from "@/lib/platform/party"

type Details = Partial<Address> & {
  name: string
  firstName?: string
  lastName?: string
  email: string | null
  phone: string | null
  website?: string | null
  taxId?: string | null
  language?: string
}

/**
 * Writes new details on a customer, whoever wrote them first. A person keeps an address: it is how a partner's user signs in, so
 * that of somebody who is in a hierarchy stays as it is.
 */
export async function editCustomer({ tx }: Ctx, id: string, details: Details): Promise<{ id: string; number: string }> {
  await tx.$executeRaw`select 1 from commerce.customer where id = ${id}::uuid for update`
  const customer = await tx.customer.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      type: true,
      email: true,
      memberships: { where: { removedAt: null }, take: 1, select: { personId: true } },
    },
  })
  if (!customer) throw notFound("customer")
  if (customer.type === "person" && details.email !== customer.email) await insistOnEmail(tx, customer, details.email)
  await tx.customer.update({
    where: { id },
    data: {
      ...details,
      version: { increment: 1 },
      searchText: searchText(details.name, details.email, details.taxId, details.phone),
    },
  })
  const [seat] = customer.memberships
  if (seat)
    await tx.person.updateMany({ where: { id: seat.personId, staffRole: null }, data: { name: details.name, version: { increment: 1 } } })
  return { id, number: customer.number }
}

type Person = { id: string; number: string; memberships: unknown[] }

async function insistOnEmail(tx: Ctx["tx"], { id, number, memberships }: Person, email: string | null): Promise<void> {
  const refuse = (message: string) => new AppError("invalid", message, { fields: { email: message } })
  if (!email) throw refuse(`Customer ${number} in Commerce needs an email. Enter one.`)
  if (memberships.length > 0)
    throw refuse(`Customer ${number} signs in to the partner portal with this address. Add the new address there as another user.`)
  const other = await tx.customer.findFirst({
    where: { type: "person", email, status: { not: "archived" }, id: { not: id } },
    select: { number: true },
  })
  if (other) throw refuse(`Customer ${other.number} in Commerce has this email already.`)
}
