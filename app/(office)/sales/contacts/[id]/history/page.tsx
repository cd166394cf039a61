import type { Metadata } from "next"
import { Merged } from "@/components/sales/merge/merged"
import { HistoryPage } from "@/components/shell/history-page"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { getContact } from "@/lib/sales/contacts/queries"
import { historyFields } from "@/lib/sales/history-fields"

export const metadata: Metadata = { title: "History" }

type ContactHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function ContactHistory({ params, searchParams }: ContactHistoryProps) {
  const staff = await requireStaff("contact:read")
  const { id } = await params
  const record = await getContact(id)
  if (!record) return <Merged staff={staff} kind="contact" id={id} />
  const { field: asked, after } = await searchParams
  const field = Object.keys(historyFields.contact).find((key) => key === asked) ?? null
  const page = await readHistory({ recordId: record.id, field, after: typeof after === "string" ? after : null })
  const shown = { name: fullName(record), href: `/sales/contacts/${record.id}`, currency: "EUR" }
  return (
    <HistoryPage
      fields={historyFields.contact}
      record={shown}
      list={{ label: "Contacts", href: "/sales/contacts" }}
      field={field}
      page={page}
    />
  )
}
