import type { Metadata } from "next"
import { ContactList } from "@/components/sales/contact-list"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { contactList } from "@/lib/sales/contacts/views"

export const metadata: Metadata = { title: "Contacts" }

export default async function ContactsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("contact:read")
  const query = readListQuery(contactList, await searchParams)
  const now = new Date()
  return <ContactList query={query} page={await readList(contactSource, staff.id, query, now)} around={cellAround(staff.id, now)} />
}
