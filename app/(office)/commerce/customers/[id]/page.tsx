import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CustomerRecord } from "@/components/commerce/customer-record"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { getLedgers } from "@/lib/commerce/ledgers"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { isRecordId } from "@/lib/platform/record-href"

export const metadata: Metadata = { title: "Customer" }

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("customer:read")
  const { id } = await params
  const customer = isRecordId(id) ? await getCustomer(id) : null
  if (!customer) notFound()
  const ledgers = await getLedgers(id)
  return <CustomerRecord customer={customer} ledgers={ledgers} now={new Date()} mayRetry={may(staff.staffRole, "mail:retry")} />
}
