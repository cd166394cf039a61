import type { Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { companyDomain, nameKey } from "../match-keys"

export type AccountMatch = {
  id: string
  name: string
  city: string | null
  country: string | null
  taxId: string | null
  website: string | null
  phone: string | null
  customerNumber: string | null
  reasons: string[]
}
export type ContactMatch = {
  id: string
  name: string
  email: string | null
  accountId: string | null
  accountName: string | null
  customerNumber: string | null
  reasons: string[]
}
export type Matches = { accounts: AccountMatch[]; contacts: ContactMatch[] }

type Matched = { companyName: string; taxId: string | null; website: string | null; email: string | null }

/** Accounts and contacts that may be the lead's company and person, each with its reasons in words, the strongest first. */
export async function matchLead(tx: Tx, lead: Matched): Promise<Matches> {
  const key = nameKey(lead.companyName)
  const domain = companyDomain(lead.website, lead.email)
  const [accounts, contacts] = await Promise.all([
    tx.account.findMany({
      where: { OR: [{ nameKey: key }, ...(lead.taxId ? [{ taxId: lead.taxId }] : []), ...(domain ? [{ domain }] : [])] },
      orderBy: { createdAt: "asc" },
      take: 20,
      select: {
        id: true,
        name: true,
        nameKey: true,
        domain: true,
        taxId: true,
        website: true,
        phone: true,
        city: true,
        country: true,
        customerNumber: true,
      },
    }),
    lead.email
      ? tx.contact.findMany({
          where: { email: lead.email },
          take: 5,
          select: {
            id: true,
            firstName: true,
            lastName: true,
            email: true,
            accountId: true,
            customerNumber: true,
            account: { select: { name: true } },
          },
        })
      : [],
  ])
  return {
    accounts: accounts
      .map(({ nameKey: otherKey, domain: otherDomain, ...account }) => ({
        ...account,
        reasons: [
          ...(lead.taxId !== null && account.taxId === lead.taxId ? ["Same tax ID"] : []),
          ...(domain !== null && otherDomain === domain ? ["Same domain"] : []),
          ...(otherKey === key ? ["Same name"] : []),
        ],
      }))
      .sort((a, b) => strength(b.reasons) - strength(a.reasons)),
    contacts: contacts.map((contact) => ({
      id: contact.id,
      name: fullName(contact),
      email: contact.email,
      accountId: contact.accountId,
      accountName: contact.account?.name ?? null,
      customerNumber: contact.customerNumber,
      reasons: ["Same email"],
    })),
  }
}

const strength = (reasons: string[]): number =>
  (reasons.includes("Same tax ID") ? 4 : 0) + (reasons.includes("Same domain") ? 2 : 0) + (reasons.includes("Same name") ? 1 : 0)
