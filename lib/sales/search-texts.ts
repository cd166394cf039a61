import type { Tx } from "@/lib/platform/db"
import { searchText } from "@/lib/platform/fold"
import { fullName } from "@/lib/platform/party"

type Contact = { firstName: string; lastName: string; email: string | null; phone: string | null; customerNumber: string | null }
type Account = { name: string; phone: string | null; customerNumber: string | null; taxId: string | null }
type Opportunity = {
  topic: string
  prospectNumber: string | null
  account: { name: string }
  contact: Omit<Contact, "phone" | "customerNumber">
}

/** What an account is found by. */
export const accountSearchText = ({ name, phone, customerNumber, taxId }: Account): string => searchText(name, phone, customerNumber, taxId)

/** What a contact is found by. */
export const contactSearchText = (contact: Contact, accountName: string | null): string =>
  searchText(fullName(contact), contact.email, contact.phone, accountName, contact.customerNumber)

/** What an opportunity is found by. */
export const opportunitySearchText = ({ topic, prospectNumber, account, contact }: Opportunity): string =>
  searchText(topic, account.name, fullName(contact), contact.email, prospectNumber)

/** Brings up to date what the people of a renamed account are found by. */
export async function refreshContactsOf(tx: Tx, accountId: string): Promise<void> {
  const contacts = await tx.contact.findMany({
    where: { accountId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      customerNumber: true,
      account: { select: { name: true } },
    },
  })
  const [ids, texts] = pairs(contacts, (contact) => contactSearchText(contact, contact.account?.name ?? null))
  if (ids.length === 0) return
  await tx.$executeRaw`
    update sales.contact set search_text = fresh.text from unnest(${ids}::uuid[], ${texts}::text[]) as fresh (id, text) where contact.id = fresh.id`
}

/** Brings up to date what the opportunities of a renamed account or contact are found by. */
export async function refreshOpportunitiesOf(tx: Tx, of: { accountId: string } | { contactId: string }): Promise<void> {
  const opportunities = await tx.opportunity.findMany({
    where: of,
    select: {
      id: true,
      topic: true,
      prospectNumber: true,
      account: { select: { name: true } },
      contact: { select: { firstName: true, lastName: true, email: true } },
    },
  })
  const [ids, texts] = pairs(opportunities, opportunitySearchText)
  if (ids.length === 0) return
  await tx.$executeRaw`
    update sales.opportunity set search_text = fresh.text from unnest(${ids}::uuid[], ${texts}::text[]) as fresh (id, text) where opportunity.id = fresh.id`
}

const pairs = <Row extends { id: string }>(rows: Row[], textOf: (row: Row) => string) =>
  [rows.map(({ id }) => id), rows.map(textOf)] as const
