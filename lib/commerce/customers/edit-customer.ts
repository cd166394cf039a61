import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { customerColumns } from "./change-customers"

/** New values of a customer's fields, by the keys of accounts and contacts; what is left out stays. */
type Values = Readonly<Record<string, string | null>>

const detail = { name: true, firstName: true, lastName: true, email: true, phone: true, website: true, taxId: true } as const
const address = { country: true, street: true, street2: true, city: true, stateProvince: true, postalCode: true } as const

/**
 * Writes new details on a customer, whoever wrote them first. A person keeps an address: it is how a partner's user signs in, so
 * that of somebody who is in a hierarchy stays as it is.
 */
export async function editCustomer({ tx }: Ctx, id: string, values: Values): Promise<{ id: string; number: string }> {
  await tx.$executeRaw`select 1 from commerce.customer where id = ${id}::uuid for update`
  const customer = await tx.customer.findUnique({
    where: { id },
    select: {
      ...detail,
      ...address,
      id: true,
      number: true,
      type: true,
      language: true,
      memberships: { where: { removedAt: null }, take: 1, select: { personId: true } },
    },
  })
  if (!customer) throw notFound("customer")
  const { number, type, memberships, ...stood } = customer
  const { name, search_text: searchText, ...columns } = customerColumns(type, { ...stood, ...values })
  if (type === "person" && columns.email !== stood.email) await insistOnEmail(tx, customer, columns.email)
  await tx.customer.update({
    where: { id },
    data: {
      name,
      searchText,
      firstName: columns.first_name,
      lastName: columns.last_name,
      email: columns.email,
      phone: columns.phone,
      website: columns.website,
      taxId: columns.tax_id,
      country: columns.country,
      street: columns.street,
      street2: columns.street2,
      city: columns.city,
      stateProvince: columns.state_province,
      postalCode: columns.postal_code,
      language: columns.language,
      version: { increment: 1 },
    },
  })
  const [seat] = memberships
  if (seat) await tx.person.updateMany({ where: { id: seat.personId, staffRole: null }, data: { name, version: { increment: 1 } } })
  return { id, number }
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
