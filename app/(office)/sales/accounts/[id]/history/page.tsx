import type { Metadata } from "next"
import { Merged } from "@/components/sales/merge/merged"
import { HistoryPage } from "@/components/shell/history-page"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { getAccount } from "@/lib/sales/accounts/queries"
import { historyFields } from "@/lib/sales/history-fields"

export const metadata: Metadata = { title: "History" }

type AccountHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function AccountHistory({ params, searchParams }: AccountHistoryProps) {
  const staff = await requireStaff("account:read")
  const { id } = await params
  const record = await getAccount(id)
  if (!record) return <Merged staff={staff} kind="account" id={id} />
  const { field: asked, after } = await searchParams
  const field = Object.keys(historyFields.account).find((key) => key === asked) ?? null
  const page = await readHistory({ recordId: record.id, field, after: typeof after === "string" ? after : null })
  const shown = { name: record.name, href: `/sales/accounts/${record.id}`, currency: "EUR" }
  return (
    <HistoryPage
      fields={historyFields.account}
      record={shown}
      list={{ label: "Accounts", href: "/sales/accounts" }}
      field={field}
      page={page}
    />
  )
}
