import { cache } from "react"
import { db, Prisma } from "@/lib/platform/db"
import { contains, type Listing, neighbours, readPage } from "@/lib/platform/keyset"
import { isRecordId } from "@/lib/platform/record-href"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import type { AccountQuery, AccountSort } from "./views"

/** A row of the list of accounts. */
export type AccountRow = {
  id: string
  sortValue: string | null
  name: string
  city: string | null
  country: string | null
  phone: string | null
  ownerId: string | null
  ownerName: string | null
  customerNumber: string | null
  createdAt: Date
}

const columns = Prisma.sql`a.name, a.city, a.country, a.phone, a.owner_id as "ownerId", a.owner_name as "ownerName", a.customer_number as "customerNumber",
  a.created_at as "createdAt"`

const sorts: Record<AccountSort, SortKey> = {
  name: byText(Prisma.sql`a.name_key`),
  created: byTime(Prisma.sql`a.created_at`),
}

function listingOf(query: AccountQuery): Listing {
  const where = query.q ? [contains(Prisma.sql`a.search_text`, query.q)] : []
  const from = Prisma.sql`sales.account a`
  return { from, id: Prisma.sql`a.id`, columns, where, sort: sorts[query.sort], descending: query.dir === "desc" }
}

/** A page of accounts. */
export const listAccounts = (query: AccountQuery) => readPage<AccountRow>(listingOf(query), query)

/** The accounts before and after one. */
export const accountNeighbours = (query: AccountQuery, id: string) => neighbours(listingOf(query), id)

const relatedAtMost = 50

/** Everything that the record page of an account shows; null when there is none. Read once in a request. */
export const getAccount = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.account.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      website: true,
      taxId: true,
      email: true,
      phone: true,
      country: true,
      street: true,
      street2: true,
      city: true,
      stateProvince: true,
      postalCode: true,
      ownerName: true,
      customerId: true,
      customerNumber: true,
      createdAt: true,
      originatingLead: { select: { id: true, companyName: true } },
      contacts: { take: relatedAtMost, orderBy: { lastName: "asc" }, select: { id: true, firstName: true, lastName: true, email: true } },
      opportunities: { take: relatedAtMost, orderBy: { createdAt: "desc" }, select: { id: true, topic: true, statusReason: true } },
      leads: {
        take: relatedAtMost,
        orderBy: { createdAt: "desc" },
        select: { id: true, companyName: true, statusReason: true, prospectNumber: true },
      },
    },
  })
})

export type AccountDetail = NonNullable<Awaited<ReturnType<typeof getAccount>>>
