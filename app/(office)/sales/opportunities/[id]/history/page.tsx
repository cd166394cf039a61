import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HistoryPage } from "@/components/shell/history-page"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { historyFields } from "@/lib/sales/history-fields"
import { getOpportunity } from "@/lib/sales/opportunities/queries"

export const metadata: Metadata = { title: "History" }

type OpportunityHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function OpportunityHistory({ params, searchParams }: OpportunityHistoryProps) {
  await requireStaff("opportunity:read")
  const record = await getOpportunity((await params).id)
  if (!record) notFound()
  const { field: asked, after } = await searchParams
  const field = Object.keys(historyFields.opportunity).find((key) => key === asked) ?? null
  const page = await readHistory({ recordId: record.id, field, after: typeof after === "string" ? after : null })
  const shown = { name: record.topic, href: `/sales/opportunities/${record.id}`, currency: record.currency }
  return (
    <HistoryPage
      fields={historyFields.opportunity}
      record={shown}
      list={{ label: "Opportunities", href: "/sales/opportunities" }}
      field={field}
      page={page}
    />
  )
}
