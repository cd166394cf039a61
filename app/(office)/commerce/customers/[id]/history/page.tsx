import type { Metadata } from "next"
import { Merged } from "@/components/sales/merge/merged"
import { HistoryPage } from "@/components/shell/history-page"
import { everyWord, listCodes } from "@/lib/commerce/customers/codes"
import { customerHistoryFields } from "@/lib/commerce/customers/history-fields"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { requireStaff } from "@/lib/identity/actor"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "History" }

type CustomerHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function CustomerHistory({ params, searchParams }: CustomerHistoryProps) {
  const staff = await requireStaff("customer:read")
  const { id } = await params
  const customer = await getCustomer(id)
  if (!customer) return <Merged staff={staff} kind="customer" id={id} />
  const { field: asked, after } = await searchParams
  const fields = customerHistoryFields(everyWord(await listCodes()))
  const field = Object.keys(fields).find((key) => key === asked) ?? null
  const page = await readHistory({ recordId: customer.id, field, after: typeof after === "string" ? after : null })
  const shown = { name: customer.name, href: `/commerce/customers/${customer.id}`, currency: customer.currency ?? "EUR" }
  return <HistoryPage fields={fields} record={shown} list={{ label: "Customers", href: "/commerce/customers" }} field={field} page={page} />
}
