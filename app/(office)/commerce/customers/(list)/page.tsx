import type { Metadata } from "next"
import { CustomersGrid } from "@/components/commerce/customers-grid"
import { ListFilter } from "@/components/shell/list-filter"
import { ListRail } from "@/components/shell/list-rail"
import { countOf } from "@/components/shell/page-range"
import { FilterBar } from "@/components/ui/filter-bar"
import { GridKeys } from "@/components/ui/grid-keys"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import { listCustomers } from "@/lib/commerce/customers/queries"
import { customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import { customerList } from "@/lib/commerce/customers/views"
import { requireStaff } from "@/lib/identity/actor"
import { keptParams, readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Customers" }

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("customer:read")
  const query = readListQuery(customerList, await searchParams)
  const page = await listCustomers(query)
  const list = { shape: customerList, query }
  return (
    <>
      <PageHeader title="Customers" count={countOf(page, "customer", "customers")} />
      <GridKeys>
        <FilterBar>
          <SearchBox action={customerList.path} label="Search customers" q={query.q} keep={keptParams(customerList, query)} />
          <ListFilter {...list} name="type" label="Type" all="All types" words={customerTypes} />
          <ListFilter {...list} name="status" label="Status" all="All statuses" words={customerStatuses} />
        </FilterBar>
        <CustomersGrid rows={page.rows} query={query} />
        <ListRail {...list} page={page} />
      </GridKeys>
    </>
  )
}
