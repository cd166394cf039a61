import type { Metadata } from "next"
import { ContactList } from "@/components/sales/contact-list"
import { requireStaff } from "@/lib/identity/actor"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { listContacts } from "@/lib/sales/contacts/queries"
import { contactList } from "@/lib/sales/contacts/views"

export const metadata: Metadata = { title: "Contacts" }

export default async function ContactsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("contact:read")
  const query = readListQuery(contactList, await searchParams)
  return <ContactList query={query} page={await listContacts(query)} />
}
