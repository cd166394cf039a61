import { CustomerRelated } from "@/components/commerce/customer-related"
import { PeekFrame } from "@/components/shell/peek"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import { customerHolds, customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import { formatPhone } from "@/lib/platform/phone"
import { AddressLines } from "./address-lines"

/** A customer beside the list: what it is, on which terms, and what belongs to it. */
export function CustomerPeek({ customer, href }: { customer: CustomerDetail; href: string }) {
  const { number, name, type, status, hold } = customer
  return (
    <PeekFrame
      title={name}
      href={href}
      facts={
        <>
          <Status word={customerStatuses[status]} pill />
          <span>{number}</span>
          <span>{customerTypes[type]}</span>
        </>
      }
      commands={null}
    >
      <Section title="Details">
        <Facts
          wide
          items={[
            { label: "Email", value: customer.email },
            { label: "Phone", value: customer.phone && formatPhone(customer.phone) },
            { label: "Address", value: <AddressLines address={customer} /> },
            { label: "Payment terms", value: customer.paymentTerms },
            { label: "Price group", value: customer.priceGroup },
            { label: "Invoice account", value: customer.invoiceAccount?.name ?? "Its own" },
            { label: "On hold", value: customerHolds[hold] },
          ]}
        />
      </Section>
      <CustomerRelated customer={customer} />
    </PeekFrame>
  )
}
