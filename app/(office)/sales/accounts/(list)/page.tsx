import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { AccountList } from "@/components/sales/account-list"
import { NewRecordButton } from "@/components/sales/new-record-button"
import { AccountPeek } from "@/components/sales/party-peek"
import { partyRefusals } from "@/components/sales/party-refusals"
import { roleRefusal } from "@/components/shell/role-refusal"
import { WorkHead } from "@/components/views/work-head"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { getPeekedAccount } from "@/lib/sales/accounts/get-peeked-account"
import { accountList } from "@/lib/sales/accounts/views"
import { openList } from "@/lib/views/open-list"

type AccountsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: AccountsPageProps): Promise<Metadata> {
  const staff = await requireStaff("account:read")
  return { title: (await openList(accountList, staff, await searchParams)).title }
}

export default async function AccountsPage({ searchParams }: AccountsPageProps) {
  const staff = await requireStaff("account:read")
  const params = await searchParams
  const list = await openList(accountList, staff, params)
  const now = new Date()
  const [page, peeked] = await Promise.all([readWork(accountSource, staff.id, list.query, now), getPeekedAccount(staff, params.peek, now)])
  const tools = <NewRecordButton kind="account" reason={roleRefusal(staff.staffRole, "account:edit", "make accounts")} />
  const head = <WorkHead shape={accountList} list={list} commands={tools} />
  const worker = { id: staff.id, staffRole: staff.staffRole }
  const around = cellAround(staff.id, now)
  const peek = peeked && (
    <AccountPeek
      {...peeked}
      refusals={partyRefusals("account", peeked.account, staff)}
      href={listedHref(accountList, list.query, peeked.account.id)}
    />
  )
  return (
    <AccountList
      head={head}
      title={list.title}
      query={list.query}
      {...{ page, around, worker, peek }}
      {...listBulk(staff, "accounts", accountList, list.query)}
    />
  )
}
