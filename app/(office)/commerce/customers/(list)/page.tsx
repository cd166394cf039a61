import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { CustomerList } from "@/components/commerce/customer-list"
import { CustomerPeek } from "@/components/commerce/customer-peek"
import { NewCustomerButton } from "@/components/commerce/new-customer-button"
import { roleRefusal } from "@/components/shell/role-refusal"
import { WorkHead } from "@/components/views/work-head"
import { listCodes, standingWords } from "@/lib/commerce/customers/codes"
import { customerSource } from "@/lib/commerce/customers/customer-source"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { customerList } from "@/lib/commerce/customers/views"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { openList } from "@/lib/views/open-list"

type CustomersPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: CustomersPageProps): Promise<Metadata> {
  const staff = await requireStaff("customer:read")
  return { title: (await openList(customerList, staff, await searchParams)).title }
}

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const staff = await requireStaff("customer:read")
  const params = await searchParams
  const list = await openList(customerList, staff, params)
  const now = new Date()
  const [page, peeked, codes] = await Promise.all([
    readWork(customerSource, staff.id, list.query, now),
    typeof params.peek === "string" ? getCustomer(params.peek) : null,
    listCodes(),
  ])
  const reason = roleRefusal(staff.staffRole, "customer:edit", "create customers")
  const head = <WorkHead shape={customerList} list={list} commands={<NewCustomerButton codes={standingWords(codes)} reason={reason} />} />
  const peek = peeked && <CustomerPeek customer={peeked} href={listedHref(customerList, list.query, peeked.id)} />
  return (
    <CustomerList
      {...{ head, page, peek }}
      title={list.title}
      query={list.query}
      around={cellAround(staff.id, now)}
      worker={staff.staffRole}
      {...listBulk(staff, "customers", customerList, list.query)}
    />
  )
}
