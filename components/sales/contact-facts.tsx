import Link from "next/link"
import { EmailLink, PhoneLink } from "@/components/shell/edit/fact-links"
import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import { languageName } from "@/lib/platform/language-name"
import { fullName } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"

type ContactFactsProps = {
  person: { firstName: string; lastName: string; jobTitle: string | null; email: string | null; phone: string | null; language: string }
  /** The contact's page, when the person is one. */
  href?: string
  /** When the address was confirmed; null for not yet, left out where it does not matter. */
  confirmedAt?: Date | null
  customer?: { customerId: string | null; customerNumber: string | null }
}

/** The person: a section named Contact. */
export function ContactFacts({ person, href, confirmedAt, customer }: ContactFactsProps) {
  const name = fullName(person)
  const verified = confirmedAt ? <Status word="Active" text={momentText(confirmedAt)} plain /> : "Not yet"
  return (
    <Section title="Contact">
      <Facts
        items={[
          {
            label: "Name",
            value: href ? (
              <Link className="link" prefetch={false} href={href}>
                {name}
              </Link>
            ) : (
              <span className="font-medium">{name}</span>
            ),
          },
          { label: "Job title", value: person.jobTitle },
          { label: "Email", value: person.email && <EmailLink email={person.email} /> },
          ...(confirmedAt === undefined ? [] : [{ label: "Verified", value: verified }]),
          { label: "Phone", value: person.phone && <PhoneLink phone={person.phone} shown={formatPhone(person.phone)} /> },
          { label: "Language", value: languageName(person.language) },
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
        ]}
      />
    </Section>
  )
}
