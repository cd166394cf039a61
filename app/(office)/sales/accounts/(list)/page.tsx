import type { Metadata } from "next"
import { AccountList } from "@/components/sales/account-list"
import { requireStaff } from "@/lib/identity/actor"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { listAccounts } from "@/lib/sales/accounts/queries"
import { accountList } from "@/lib/sales/accounts/views"

export const metadata: Metadata = { title: "Accounts" }

export default async function AccountsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("account:read")
  const query = readListQuery(accountList, await searchParams)
  return <AccountList query={query} page={await listAccounts(query)} viewerId={staff.id} />
}
