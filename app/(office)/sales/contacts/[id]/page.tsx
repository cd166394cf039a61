import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ContactRecord } from "@/components/sales/contact-record"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { contactList, contactNeighbours, getContact } from "@/lib/sales/contacts/queries"
import { isRecordId, readListQuery, type SearchParams } from "@/lib/sales/list-query"
import { readTimeline } from "@/lib/sales/timeline"

type ContactPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: "Contact" }

export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const staff = await requireStaff("contact:read")
  const { id } = await params
  const contact = isRecordId(id) ? await getContact(id) : null
  if (!contact) notFound()
  const query = readListQuery(contactList, await searchParams)
  const ids = (records: { id: string }[]) => records.map((record) => record.id)
  const [story, around] = await Promise.all([
    readTimeline({ contacts: [id], opportunities: ids(contact.opportunities), leads: ids(contact.leads) }),
    contactNeighbours(query, id),
  ])
  const mayNote = may(staff.staffRole, "note:add")
  return <ContactRecord contact={contact} query={query} around={around} story={story} now={new Date()} mayNote={mayNote} />
}
