import { findPerson } from "@/lib/commerce/customers/find-person"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { statement } from "@/lib/platform/statement"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import type { MapKey } from "@/prisma/generated/enums"
import type { Choice } from "./convert"

type FoundCustomer = { id: string; number: string }
type Found = {
  maps: MapKey[]
  account: { id: string; name: string; customerId: string | null } | null
  contact: { id: string; firstName: string; lastName: string; email: string | null; customerId: string | null } | null
  person: FoundCustomer | null
}

/** In one round trip: which maps run, the account and contact that were chosen, and who has the lead's address already, on either side. */
const stand = statement<Found>(`
  select array(select key::text from platform.table_map where state = 'running') as maps,
    (select jsonb_build_object('id', id, 'name', name, 'customerId', customer_id) from sales.account where id = $1::uuid) as account,
    (select jsonb_build_object('id', id, 'firstName', first_name, 'lastName', last_name, 'email', email, 'customerId', customer_id)
      from sales.contact where id = coalesce($2::uuid, (select id from sales.contact where email = $3))) as contact,
    (select jsonb_build_object('id', id, 'number', number) from commerce.customer
      where type = 'person' and email = $3 and status <> 'archived') as person`)

const customer = { id: true, number: true } as const

/** What exists already on both sides of what a conversion would make; refuses where making it would break "one address, one person". */
export async function findCounterparts({ tx }: Ctx, lead: LeadToJudge, choice: Choice) {
  const [found] = await stand(tx, [choice.accountId, choice.contactId, lead.email])
  if (!found) throw new Error("A select without a table answered with no row")
  const { account, contact } = found
  if (choice.accountId && !account) throw notFound("account")
  if (choice.contactId && !contact) throw notFound("contact")
  if (!choice.contactId && contact) {
    throw new AppError("conflict", `${fullName(contact)} is a contact with this email already. Use the existing contact.`, {
      fields: { contactId: "Use the existing contact" },
    })
  }
  const organization = account?.customerId ? await tx.customer.findUnique({ where: { id: account.customerId }, select: customer }) : null
  const person = contact?.customerId
    ? await tx.customer.findUnique({ where: { id: contact.customerId }, select: customer })
    : contact?.email && contact.email !== lead.email
      ? await findPerson(tx, contact.email)
      : found.person
  return { maps: new Set(found.maps), account, contact, organization, person }
}
