import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ContactRecord } from "@/components/sales/contact-record"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { contactNeighbours, getContact } from "@/lib/sales/contacts/queries"
import { contactList } from "@/lib/sales/contacts/views"
import { readTimeline } from "@/lib/sales/timeline"

type ContactPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: ContactPageProps): Promise<Metadata> {
  await requireStaff("contact:read")
  const contact = await getContact((await params).id)
  return { title: contact ? fullName(contact) : "Not found" }
}

export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const staff = await requireStaff("contact:read")
  const contact = await getContact((await params).id)
  if (!contact) notFound()
  const query = readListQuery(contactList, await searchParams)
  const ids = (records: { id: string }[]) => records.map((record) => record.id)
  const [story, around] = await Promise.all([
    readTimeline({ contacts: [contact.id], opportunities: ids(contact.opportunities), leads: ids(contact.leads) }),
    contactNeighbours(staff, query, contact.id),
  ])
  const mayNote = may(staff.staffRole, "note:add")
  return <ContactRecord contact={contact} query={query} around={around} story={story} now={new Date()} mayNote={mayNote} />
}
