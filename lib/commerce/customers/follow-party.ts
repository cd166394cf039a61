import type { FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { customerColumns, namePeople } from "./change-customers"

/** New values of a customer's fields, by the keys of accounts and contacts; what is left out stays. */
type Values = Readonly<Record<string, string | null>>

const detail = { name: true, firstName: true, lastName: true, email: true, phone: true, website: true, taxId: true } as const
const address = { country: true, street: true, street2: true, city: true, stateProvince: true, postalCode: true } as const

/**
 * Writes on a customer what its account or contact says now, whoever wrote it first. A person keeps an address: it is how a partner's user
 * signs in, so that of somebody who is in a hierarchy stays as it is. Returns what changed, for its History.
 */
export async function followParty(ctx: Ctx, id: string, values: Values): Promise<{ id: string; number: string; changes: FieldChange[] }> {
  const { tx } = ctx
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
  const { number, type, memberships, id: _, ...stood } = customer
  const { name, search_text: searchText, ...columns } = customerColumns(type, { ...stood, ...values })
  if (type === "person" && columns.email !== stood.email)
    await insistOnEmail(ctx, { id, number, isMember: memberships.length > 0 }, columns.email)
  const data = {
    name,
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
  }
  await tx.customer.update({ where: { id }, data: { ...data, searchText, version: { increment: 1 } } })
  if (name !== stood.name) await namePeople(ctx, [id])
  const told = Object.keys(data).filter((key) => type === "organization" || key !== "name") as (keyof typeof data)[]
  return { id, number, changes: told.map((field) => ({ field, from: stood[field] || null, to: data[field] || null })) }
}

type Person = { id: string; number: string; isMember: boolean }

/** Refuses an address by which a person could not sign in, or no longer. */
export async function insistOnEmail({ tx }: Ctx, { id, number, isMember }: Person, email: string | null): Promise<void> {
  const refuse = (message: string) => new AppError("invalid", message, { fields: { email: message } })
  if (!email) throw refuse(`Customer ${number} in Commerce needs an email. Enter one.`)
  if (isMember)
    throw refuse(`Customer ${number} signs in to the partner portal with this address. Add the new address there as another user.`)
  const other = await tx.customer.findFirst({
    where: { type: "person", email, status: { not: "archived" }, id: { not: id } },
    select: { number: true },
  })
  if (other) throw refuse(`Customer ${other.number} in Commerce has this email already.`)
}
