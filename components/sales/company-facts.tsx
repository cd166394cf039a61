import { Lines, PhoneLink, WebsiteLink } from "@/components/shell/edit/fact-links"
import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import type { Address } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"
import { addressLines } from "./address-lines"

type CompanyFactsProps = {
  company: Address & { name: string; website: string | null; taxId: string | null; phone?: string | null }
  /** The account's id, when the company is one. */
  accountId?: string | null
  customer?: { customerId: string | null; customerNumber: string | null }
}

/** The company: a section named Company. */
export function CompanyFacts({ company, accountId, customer }: CompanyFactsProps) {
  const { name, website, phone } = company
  return (
    <Section title="Company">
      <Facts
        items={[
          {
            label: accountId ? "Account" : "Name",
            value: accountId ? (
              <RecordLink kind="account" id={accountId}>
                {name}
              </RecordLink>
            ) : (
              <span className="font-medium">{name}</span>
            ),
          },
          ...(customer?.customerId && customer.customerNumber
            ? [
                {
                  label: "Customer",
                  value: (
                    <RecordLink kind="customer" id={customer.customerId}>
                      {customer.customerNumber}
                    </RecordLink>
                  ),
                },
              ]
            : []),
          { label: "Website", value: website && <WebsiteLink website={website} /> },
          { label: "Tax ID", value: company.taxId },
          ...(phone ? [{ label: "Phone", value: <PhoneLink phone={phone} shown={formatPhone(phone)} /> }] : []),
          { label: "Address", value: <Lines lines={addressLines(company)} /> },
        ]}
      />
    </Section>
  )
}
