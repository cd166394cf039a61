import type { Metadata } from "next"
import { CustomerRecord } from "@/components/commerce/customer-record"
import { Merged, mergedTitle } from "@/components/sales/merge/merged"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { getLedgers } from "@/lib/commerce/ledgers"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { listReceipts } from "@/lib/sync/receipts"

type CustomerPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  await requireStaff("customer:read")
  const { id } = await params
  return { title: (await getCustomer(id))?.name ?? (await mergedTitle(id)) }
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  const staff = await requireStaff("customer:read")
  const { id } = await params
  const customer = await getCustomer(id)
  if (!customer) return <Merged staff={staff} kind="customer" id={id} />
  const [ledgers, receipts] = await Promise.all([getLedgers(id), listReceipts(id)])
  return <CustomerRecord {...{ customer, ledgers, receipts }} now={new Date()} mayRetry={may(staff.staffRole, "mail:retry")} />
}
