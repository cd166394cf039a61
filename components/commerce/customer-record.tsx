import { AddressLines } from "@/components/commerce/address-lines"
import { CustomerRelated } from "@/components/commerce/customer-related"
import { Story } from "@/components/commerce/story"
import { AlsoHere } from "@/components/shell/also-here"
import { Receipts } from "@/components/shell/receipts"
import { type Fact, Facts } from "@/components/ui/facts"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import { customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import type { Ledgers } from "@/lib/commerce/ledgers"
import type { ReceiptView } from "@/lib/sync/receipts"

type CustomerRecordProps = { customer: CustomerDetail; ledgers: Ledgers; now: Date; mayRetry: boolean; receipts: readonly ReceiptView[] }

/** The record page of a customer: who it is, what happened, and what belongs to it on both sides. */
export function CustomerRecord({ customer, ledgers, now, mayRetry, receipts }: CustomerRecordProps) {
  const { id, number, name, type, status } = customer
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Customers", href: "/commerce/customers" },
          { label: number, href: `/commerce/customers/${id}` },
        ]}
        title={name}
        facts={
          <>
            <Status word={customerStatuses[status]} pill />
            <span>{number}</span>
            <span>{customerTypes[type]}</span>
          </>
        }
      />
      <RecordColumns
        left={
          <Section title={type === "organization" ? "Company" : "Contact"}>
            <Facts items={type === "organization" ? organizationFacts(customer) : personFacts(customer)} />
          </Section>
        }
        middle={<Story recordId={id} ledgers={ledgers} now={now} mayRetry={mayRetry} />}
        right={
          <>
            <Section title="Details">
              <Facts wide items={detailFacts(customer)} />
            </Section>
            <CustomerRelated customer={customer} />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}

const website = (address: string) => (
  <a className="link" href={address} rel="noopener noreferrer nofollow" target="_blank">
    {address.replace(/^https?:\/\//, "")}
  </a>
)

const organizationFacts = (customer: CustomerDetail): Fact[] => [
  { label: "Name", value: customer.name },
  { label: "Website", value: customer.website && website(customer.website) },
  { label: "Tax ID", value: customer.taxId },
  { label: "Phone", value: customer.phone },
  { label: "Address", value: <AddressLines address={customer} /> },
]

const personFacts = (customer: CustomerDetail): Fact[] => [
  { label: "First name", value: customer.firstName },
  { label: "Last name", value: customer.lastName },
  {
    label: "Email",
    value: customer.email && (
      <a className="link" href={`mailto:${customer.email}`}>
        {customer.email}
      </a>
    ),
  },
  { label: "Phone", value: customer.phone },
]

const detailFacts = (customer: CustomerDetail): Fact[] => [
  { label: "Number", value: customer.number },
  { label: "Type", value: customerTypes[customer.type] },
  { label: "Status", value: <Status word={customerStatuses[customer.status]} plain /> },
  { label: "Language", value: new Intl.DisplayNames("en", { type: "language" }).of(customer.language) ?? customer.language },
  { label: "Created", value: <Moment at={customer.createdAt} /> },
]
