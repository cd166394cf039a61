import type { Metadata } from "next"
import { AccountRecord } from "@/components/sales/account-record"
import { Merged, mergedTitle } from "@/components/sales/merge/merged"
import { MergedStrip } from "@/components/sales/merge/merged-strip"
import { partyRefusals } from "@/components/sales/party-refusals"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { getAccountStory } from "@/lib/sales/accounts/get-account-story"
import { accountNeighbours, getAccount } from "@/lib/sales/accounts/queries"
import { accountList } from "@/lib/sales/accounts/views"
import { countDuplicates } from "@/lib/sales/matching/list-pairs"
import { ownersFor } from "@/lib/sales/owners"
import { listMergedParts } from "@/lib/sync/get-merged"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type AccountPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  await requireStaff("account:read")
  const { id } = await params
  return { title: (await getAccount(id))?.name ?? (await mergedTitle(id)) }
}

export default async function AccountPage({ params, searchParams }: AccountPageProps) {
  const staff = await requireStaff("account:read")
  const { id } = await params
  const account = await getAccount(id)
  if (!account) return <Merged staff={staff} kind="account" id={id} />
  const asked = await searchParams
  const query = await openQuery(accountList, staff, asked)
  const [story, around, history, owners, duplicates, receipts, parts] = await Promise.all([
    getAccountStory(staff, account, asked, new Date()),
    accountNeighbours(staff, query, account.id),
    readHistory({ recordId: account.id, take: 5 }),
    ownersFor(staff),
    countDuplicates(account.id),
    listReceipts(account.id),
    listMergedParts(account.id, new Date()),
  ])
  const refusals = partyRefusals("account", account, staff)
  const merged = <MergedStrip kind="account" parts={parts} />
  return (
    <AccountRecord
      {...{ account, query, around, story, refusals, owners, duplicates, receipts, merged }}
      viewerId={staff.id}
      history={history.rows}
    />
  )
}
