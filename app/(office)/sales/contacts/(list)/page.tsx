import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { ContactList } from "@/components/sales/contact-list"
import { ContactPeek } from "@/components/sales/party-peek"
import { partyRefusals } from "@/components/sales/party-refusals"
import { WorkHead } from "@/components/views/work-head"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { getPeekedContact } from "@/lib/sales/contacts/get-peeked-contact"
import { contactList } from "@/lib/sales/contacts/views"
import { openList } from "@/lib/views/open-list"

type ContactsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: ContactsPageProps): Promise<Metadata> {
  const staff = await requireStaff("contact:read")
  return { title: (await openList(contactList, staff, await searchParams)).title }
}

export default async function ContactsPage({ searchParams }: ContactsPageProps) {
  const staff = await requireStaff("contact:read")
  const params = await searchParams
  const list = await openList(contactList, staff, params)
  const now = new Date()
  const [page, peeked] = await Promise.all([readWork(contactSource, staff.id, list.query, now), getPeekedContact(staff, params.peek, now)])
  const head = <WorkHead shape={contactList} list={list} />
  const worker = { id: staff.id, staffRole: staff.staffRole }
  const around = cellAround(staff.id, now)
  const peek = peeked && (
    <ContactPeek
      {...peeked}
      refusals={partyRefusals("contact", peeked.contact, staff)}
      href={listedHref(contactList, list.query, peeked.contact.id)}
    />
  )
  return (
    <ContactList
      head={head}
      title={list.title}
      query={list.query}
      {...{ page, around, worker, peek }}
      {...listBulk(staff, "contacts", contactList, list.query)}
    />
  )
}
