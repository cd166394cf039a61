import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import type { Choice } from "./convert"
import { runningMaps } from "./maps"

const customer = { id: true, number: true } as const

/** What exists already on both sides of what a conversion would make; refuses where making it would break "one address, one person". */
export async function findCounterparts({ tx }: Ctx, lead: LeadToJudge, choice: Choice) {
  const maps = await runningMaps(tx)
  const account = choice.accountId
    ? await tx.account.findUnique({ where: { id: choice.accountId }, select: { id: true, name: true, customerId: true } })
    : null
  if (choice.accountId && !account) throw notFound("account")
  const contactSelect = { id: true, firstName: true, lastName: true, email: true, customerId: true } as const
  const contact = choice.contactId
    ? await tx.contact.findUnique({ where: { id: choice.contactId }, select: contactSelect })
    : lead.email
      ? await tx.contact.findUnique({ where: { email: lead.email }, select: contactSelect })
      : null
  if (choice.contactId && !contact) throw notFound("contact")
  if (!choice.contactId && contact) {
    throw new AppError("conflict", `${fullName(contact)} is a contact with this email already. Use the existing contact.`, {
      fields: { contactId: "Use the existing contact" },
    })
  }
  const organization = account?.customerId ? await tx.customer.findUnique({ where: { id: account.customerId }, select: customer }) : null
  const person = contact?.customerId
    ? await tx.customer.findUnique({ where: { id: contact.customerId }, select: customer })
    : await tx.customer.findFirst({
        where: { type: "person", email: contact?.email ?? lead.email, status: { not: "archived" } },
        select: customer,
      })
  return { maps, account, contact, organization, person }
}
