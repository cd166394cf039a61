import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { NetAddress } from "@/components/ui/net-address"
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

const host = (website: string) => website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")

/** The company: a section named Company. */
export function CompanyFacts({ company, accountId, customer }: CompanyFactsProps) {
  const { name, website } = company
  const isWeb = website !== null && /^https?:\/\//.test(website)
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
          {
            label: "Website",
            value: isWeb ? (
              <a className="link" href={website} rel="noreferrer noopener" target="_blank">
                <NetAddress text={host(website)} />
              </a>
            ) : (
              website
            ),
          },
          { label: "Tax ID", value: company.taxId },
          ...(company.phone ? [{ label: "Phone", value: <a href={`tel:${company.phone}`}>{formatPhone(company.phone)}</a> }] : []),
          { label: "Address", value: <Lines lines={addressLines(company)} /> },
        ]}
      />
    </Section>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}
