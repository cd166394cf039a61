import { cache } from "react"
import { db, Prisma } from "@/lib/platform/db"
import { readPage } from "@/lib/platform/keyset"
import type { Listing } from "@/lib/platform/listing"
import { isRecordId } from "@/lib/platform/record-href"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import { contains } from "@/lib/platform/text-sql"
import type { CustomerStatus, CustomerType } from "./rules"
import type { CustomerQuery, CustomerSort } from "./views"

/** A row of Customers: exactly what it shows. */
export type CustomerListRow = {
  id: string
  sortValue: string | null
  number: string
  name: string
  type: CustomerType
  status: CustomerStatus
  email: string | null
  country: string | null
  organizationName: string | null
  createdAt: Date
}

const columns = Prisma.sql`customer.number, customer.name, customer.type::text as type, customer.status::text as status, customer.email,
  customer.country, organization.name as "organizationName", customer.created_at as "createdAt"`

const sorts: Record<CustomerSort, SortKey> = {
  created: byTime(Prisma.sql`customer.created_at`),
  name: byText(Prisma.sql`customer.name`),
}

function listingOf({ q, filters, sort, dir }: CustomerQuery): Listing {
  const where = [
    ...(filters.type ? [Prisma.sql`customer.type = ${filters.type}::commerce.customer_type`] : []),
    ...(filters.status ? [Prisma.sql`customer.status = ${filters.status}::commerce.customer_status`] : []),
    ...(q ? [contains(Prisma.sql`customer.search_text`, q)] : []),
  ]
  const from = Prisma.sql`commerce.customer left join commerce.customer as organization on organization.id = customer.organization_id`
  return { from, id: Prisma.sql`customer.id`, columns, within: [], narrowed: where, sort: sorts[sort], descending: dir === "desc" }
}

/** A page of customers as the URL asks for them. */
export const listCustomers = (query: CustomerQuery) => readPage<CustomerListRow>(listingOf(query), query)

const request = { id: true, number: true, companyName: true, status: true, submittedAt: true } as const
const requests = { select: request, orderBy: { submittedAt: "desc" }, take: 50 } as const

/** Everything that the record page of a customer shows; null when there is none. Read once in a request. */
export const getCustomer = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.customer.findUnique({
    where: { id },
    omit: { searchText: true },
    include: {
      organization: { select: { id: true, number: true, name: true } },
      people: { select: { id: true, number: true, name: true, email: true, status: true }, orderBy: { name: "asc" }, take: 200 },
      hierarchies: { select: { id: true, number: true, name: true, suspendedAt: true } },
      memberships: {
        where: { removedAt: null },
        select: { id: true, role: true, status: true, hierarchy: { select: { id: true, number: true, name: true } } },
      },
      organizationOf: requests,
      requestorOf: requests,
    },
  })
})

export type CustomerDetail = NonNullable<Awaited<ReturnType<typeof getCustomer>>>
