import type { Metadata } from "next"
import { CustomerList } from "@/components/commerce/customer-list"
import { listCustomers } from "@/lib/commerce/customers/queries"
import { customerList } from "@/lib/commerce/customers/views"
import { requireStaff } from "@/lib/identity/actor"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Customers" }

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("customer:read")
  const query = readListQuery(customerList, await searchParams)
  return <CustomerList query={query} page={await listCustomers(query)} />
}
