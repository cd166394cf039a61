import type { Metadata } from "next"
import { ContactRecord } from "@/components/sales/contact-record"
import { Merged, mergedTitle } from "@/components/sales/merge/merged"
import { MergedStrip } from "@/components/sales/merge/merged-strip"
import { partyRefusals } from "@/components/sales/party-refusals"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { getContactStory } from "@/lib/sales/contacts/get-contact-story"
import { contactNeighbours, getContact } from "@/lib/sales/contacts/queries"
import { contactList } from "@/lib/sales/contacts/views"
import { countDuplicates } from "@/lib/sales/matching/list-pairs"
import { ownersFor } from "@/lib/sales/owners"
import { listMergedParts } from "@/lib/sync/get-merged"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type ContactPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: ContactPageProps): Promise<Metadata> {
  await requireStaff("contact:read")
  const { id } = await params
  const contact = await getContact(id)
  return { title: contact ? fullName(contact) : await mergedTitle(id) }
}

export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const staff = await requireStaff("contact:read")
  const { id } = await params
  const contact = await getContact(id)
  if (!contact) return <Merged staff={staff} kind="contact" id={id} />
  const asked = await searchParams
  const query = await openQuery(contactList, staff, asked)
  const [story, around, history, owners, duplicates, receipts, parts] = await Promise.all([
    getContactStory(staff, contact, asked, new Date()),
    contactNeighbours(staff, query, contact.id),
    readHistory({ recordId: contact.id, take: 5 }),
    ownersFor(staff),
    countDuplicates(contact.id),
    listReceipts(contact.id),
    listMergedParts(contact.id, new Date()),
  ])
  const refusals = partyRefusals("contact", contact, staff)
  const merged = <MergedStrip kind="contact" parts={parts} />
  return (
    <ContactRecord
      {...{ contact, query, around, story, refusals, owners, duplicates, receipts, merged }}
      viewerId={staff.id}
      history={history.rows}
    />
  )
}
