import type { Metadata } from "next"
import { AccountList } from "@/components/sales/account-list"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { accountList } from "@/lib/sales/accounts/views"

export const metadata: Metadata = { title: "Accounts" }

export default async function AccountsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("account:read")
  const query = readListQuery(accountList, await searchParams)
  const now = new Date()
  return <AccountList query={query} page={await readList(accountSource, staff.id, query, now)} around={cellAround(staff.id, now)} />
}
