import type { Metadata } from "next"
import { Merged } from "@/components/sales/merge/merged"
import { HistoryPage } from "@/components/shell/history-page"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { historyFields } from "@/lib/sales/history-fields"
import { getLead } from "@/lib/sales/leads/queries"

export const metadata: Metadata = { title: "History" }

type LeadHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function LeadHistory({ params, searchParams }: LeadHistoryProps) {
  const staff = await requireStaff("lead:read")
  const { id } = await params
  const record = await getLead(id)
  if (!record) return <Merged staff={staff} kind="lead" id={id} />
  const { field: asked, after } = await searchParams
  const field = Object.keys(historyFields.lead).find((key) => key === asked) ?? null
  const page = await readHistory({ recordId: record.id, field, after: typeof after === "string" ? after : null })
  const shown = { name: record.companyName, href: `/sales/leads/${record.id}`, currency: record.currency }
  return (
    <HistoryPage fields={historyFields.lead} record={shown} list={{ label: "Leads", href: "/sales/leads" }} field={field} page={page} />
  )
}
