import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ContactRecord } from "@/components/sales/contact-record"
import { partyRefusals } from "@/components/sales/party-refusals"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { getContactStory } from "@/lib/sales/contacts/get-contact-story"
import { contactNeighbours, getContact } from "@/lib/sales/contacts/queries"
import { contactList } from "@/lib/sales/contacts/views"
import { readHistory } from "@/lib/sales/history"
import { countDuplicates } from "@/lib/sales/matching/list-pairs"
import { ownersFor } from "@/lib/sales/owners"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

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
  const asked = await searchParams
  const query = await openQuery(contactList, staff, asked)
  const [story, around, history, owners, duplicates, receipts] = await Promise.all([
    getContactStory(staff, contact, asked, new Date()),
    contactNeighbours(staff, query, contact.id),
    readHistory({ recordId: contact.id, take: 5 }),
    ownersFor(staff),
    countDuplicates(contact.id),
    listReceipts(contact.id),
  ])
  const refusals = partyRefusals("contact", contact, staff)
  return (
    <ContactRecord
      {...{ contact, query, around, story, refusals, owners, duplicates, receipts }}
      viewerId={staff.id}
      history={history.rows}
    />
  )
}
