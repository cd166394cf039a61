import { cache } from "react"
import { db, Prisma } from "@/lib/platform/db"
import { contains, type Listing, neighbours, readPage } from "@/lib/platform/keyset"
import { isRecordId } from "@/lib/platform/record-href"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import type { ContactQuery, ContactSort } from "./views"

/** A row of the list of contacts. */
export type ContactRow = {
  id: string
  sortValue: string | null
  firstName: string
  lastName: string
  accountName: string | null
  jobTitle: string | null
  email: string | null
  phone: string | null
  customerNumber: string | null
  createdAt: Date
}

const columns = Prisma.sql`c.first_name as "firstName", c.last_name as "lastName", a.name as "accountName", c.job_title as "jobTitle", c.email, c.phone,
  c.customer_number as "customerNumber", c.created_at as "createdAt"`

const sorts: Record<ContactSort, SortKey> = {
  name: byText(Prisma.sql`c.last_name`),
  created: byTime(Prisma.sql`c.created_at`),
}

function listingOf(query: ContactQuery): Listing {
  const where = query.q ? [contains(Prisma.sql`c.search_text`, query.q)] : []
  const from = Prisma.sql`sales.contact c left join sales.account a on a.id = c.account_id`
  return { from, id: Prisma.sql`c.id`, columns, where, sort: sorts[query.sort], descending: query.dir === "desc" }
}

/** A page of contacts. */
export const listContacts = (query: ContactQuery) => readPage<ContactRow>(listingOf(query), query)

/** The contacts before and after one. */
export const contactNeighbours = (query: ContactQuery, id: string) => neighbours(listingOf(query), id)

const relatedAtMost = 50

/** Everything that the record page of a contact shows; null when there is none. Read once in a request. */
export const getContact = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.contact.findUnique({
    where: { id },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      jobTitle: true,
      email: true,
      phone: true,
      language: true,
      ownerName: true,
      customerId: true,
      customerNumber: true,
      createdAt: true,
      originatingLead: { select: { id: true, companyName: true } },
      account: {
        select: {
          id: true,
          name: true,
          website: true,
          taxId: true,
          country: true,
          street: true,
          street2: true,
          city: true,
          stateProvince: true,
          postalCode: true,
          customerId: true,
          customerNumber: true,
        },
      },
      opportunities: { take: relatedAtMost, orderBy: { createdAt: "desc" }, select: { id: true, topic: true, statusReason: true } },
      leads: {
        take: relatedAtMost,
        orderBy: { createdAt: "desc" },
        select: { id: true, companyName: true, statusReason: true, prospectNumber: true },
      },
    },
  })
})

export type ContactDetail = NonNullable<Awaited<ReturnType<typeof getContact>>>
