import type { Metadata } from "next"
import { CreditSection } from "@/components/commerce/credit/credit-section"
import { CustomerRecord } from "@/components/commerce/customer-record"
import { customerRefusals } from "@/components/commerce/customer-view"
import { Merged, mergedTitle } from "@/components/sales/merge/merged"
import { roleRefusal } from "@/components/shell/role-refusal"
import { channelNames } from "@/lib/commerce/channels/queries"
import { getCreditSummary } from "@/lib/commerce/credit/queries"
import { everyWord, listCodes, standingWords } from "@/lib/commerce/customers/codes"
import { customerNeighbours, getCustomer } from "@/lib/commerce/customers/queries"
import { customerList } from "@/lib/commerce/customers/views"
import { getLedgers } from "@/lib/commerce/ledgers"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type CustomerPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  await requireStaff("customer:read")
  const { id } = await params
  return { title: (await getCustomer(id))?.name ?? (await mergedTitle(id)) }
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const staff = await requireStaff("customer:read")
  const { id } = await params
  const customer = await getCustomer(id)
  if (!customer) return <Merged staff={staff} kind="customer" id={id} />
  const query = await openQuery(customerList, staff, await searchParams)
  const isPartner = customer.type === "organization" && customer.hierarchies.length > 0
  const [around, codes, ledgers, history, receipts, names, credit] = await Promise.all([
    customerNeighbours(staff, query, customer.id),
    listCodes(),
    getLedgers(customer.id),
    readHistory({ recordId: customer.id, take: 5 }),
    listReceipts(customer.id),
    channelNames(),
    isPartner ? getCreditSummary(customer.id) : null,
  ])
  const reason = roleRefusal(staff.staffRole, "credit:edit", "set credit")
  const view = { customer, standing: standingWords(codes), every: everyWord(codes), refusals: customerRefusals(customer, staff) }
  return (
    <CustomerRecord
      {...{ view, query, around, ledgers, receipts }}
      history={history.rows}
      channelNames={names}
      now={new Date()}
      mayRetry={may(staff.staffRole, "mail:retry")}
      credit={credit && may(staff.staffRole, "credit:read") && <CreditSection credit={credit} name={customer.name} reason={reason} />}
    />
  )
}
