import type { ReactNode } from "react"
import { CustomerAddresses } from "@/components/commerce/customer-addresses"
import { CustomerCommands } from "@/components/commerce/customer-commands"
import { CustomerContact, CustomerGeneral } from "@/components/commerce/customer-general"
import { CustomerRegistrations } from "@/components/commerce/customer-registrations"
import { CustomerRelated } from "@/components/commerce/customer-related"
import { CustomerRetail } from "@/components/commerce/customer-retail"
import { CustomerTerms } from "@/components/commerce/customer-terms"
import type { CustomerView } from "@/components/commerce/customer-view"
import { Story } from "@/components/commerce/story"
import { AlsoHere } from "@/components/shell/also-here"
import { HistorySection } from "@/components/shell/history-section"
import { Receipts } from "@/components/shell/receipts"
import { stepOf } from "@/components/shell/step-of"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { customerHistoryFields } from "@/lib/commerce/customers/history-fields"
import { customerHolds, customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import { type CustomerQuery, customerList } from "@/lib/commerce/customers/views"
import type { Ledgers } from "@/lib/commerce/ledgers"
import type { HistoryRow } from "@/lib/platform/history"
import { listHref } from "@/lib/platform/list-href"
import type { ReceiptView } from "@/lib/sync/receipts"

type CustomerRecordProps = {
  view: CustomerView
  query: CustomerQuery
  around: { previous: string | null; next: string | null }
  ledgers: Ledgers
  history: readonly HistoryRow[]
  channelNames: Readonly<Record<string, string>>
  receipts: readonly ReceiptView[]
  now: Date
  mayRetry: boolean
  credit?: ReactNode
}

/** The record page of a customer: who it is, on which terms it buys, what happened, and what belongs to it on both sides. */
export function CustomerRecord(props: CustomerRecordProps) {
  const { view, query, around, ledgers, history, channelNames, receipts, now, mayRetry, credit } = props
  const { customer, every } = view
  const { id, number, name, type, status, hold } = customer
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Customers", href: listHref(customerList, query) },
          { label: number, href: `/commerce/customers/${id}` },
        ]}
        step={stepOf("customer", customerList, query, around)}
        title={name}
        commands={<CustomerCommands customer={{ id, number, name, status }} refusals={view.refusals} />}
        facts={
          <>
            <Status word={customerStatuses[status]} pill />
            <span>{number}</span>
            <span>{customerTypes[type]}</span>
            {hold !== "none" && <Tag tone="wait">On hold: {customerHolds[hold]}</Tag>}
          </>
        }
      />
      <RecordColumns
        left={
          <>
            <CustomerGeneral view={view} />
            <CustomerContact view={view} />
            <CustomerAddresses view={view} />
            <CustomerRegistrations view={view} />
          </>
        }
        middle={<Story recordId={id} ledgers={ledgers} now={now} mayRetry={mayRetry} />}
        right={
          <>
            {credit}
            <CustomerTerms view={view} />
            <CustomerRetail customer={customer} channelNames={channelNames} />
            <CustomerRelated customer={customer} />
            <HistorySection
              fields={customerHistoryFields(every)}
              href={`/commerce/customers/${id}/history`}
              currency={customer.currency ?? undefined}
              rows={history}
            />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}
