import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Person } from "@/components/ui/person"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { fullName } from "@/lib/platform/party"
import type { ContactDetail } from "@/lib/sales/contacts/queries"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import type { TimelineEntry } from "@/lib/sales/timeline"
import { CompanyFacts } from "./company-facts"
import { ContactFacts } from "./contact-facts"
import { RelatedRecords } from "./related-records"
import { stepOf } from "./step-of"
import { TimelineSection } from "./timeline-section"

type ContactRecordProps = {
  contact: ContactDetail
  query: ContactQuery
  around: { previous: string | null; next: string | null }
  story: TimelineEntry[]
  now: Date
  mayNote: boolean
}

/** The record page of a contact. */
export function ContactRecord({ contact, query, around, story, now, mayNote }: ContactRecordProps) {
  const { account, opportunities, leads } = contact
  return (
    <>
      <RecordHeader
        crumbs={[{ label: "Contacts", href: contactList.path }]}
        step={stepOf("contact", contactList, query, around)}
        title={fullName(contact)}
        facts={<ContactHead contact={contact} />}
      />
      <RecordColumns
        left={
          <>
            <ContactFacts person={contact} customer={contact} />
            {account && <CompanyFacts company={account} accountId={account.id} customer={account} />}
          </>
        }
        middle={
          <TimelineSection here={contact.id} entries={story} now={now} notes={mayNote ? { about: "contact", id: contact.id } : null} />
        }
        right={
          <>
            <Section title="Details">
              <Facts
                wide
                items={[
                  { label: "Owner", value: <Person name={contact.ownerName} /> },
                  { label: "Created", value: <Moment at={contact.createdAt} /> },
                ]}
              />
            </Section>
            <RelatedRecords
              title="Opportunities"
              records={opportunities.map(({ id, topic, statusReason }) => ({
                kind: "opportunity",
                id,
                title: topic,
                trailing: <Status word={opportunityStatusReasons[statusReason].word} />,
              }))}
              none="None yet."
            />
            <RelatedRecords
              title="Leads"
              records={leads.map(({ id, companyName, statusReason, prospectNumber }) => ({
                kind: "lead",
                id,
                title: companyName,
                sub: prospectNumber ?? undefined,
                trailing: <Status word={leadStatusReasons[statusReason].word} />,
              }))}
              none="None."
            />
          </>
        }
      />
    </>
  )
}

function ContactHead({ contact }: { contact: ContactDetail }) {
  const { account, jobTitle, customerId, customerNumber } = contact
  return (
    <>
      {jobTitle && <span>{jobTitle}</span>}
      {account && (
        <RecordLink kind="account" id={account.id}>
          {account.name}
        </RecordLink>
      )}
      {customerId && customerNumber && (
        <span>
          Customer{" "}
          <RecordLink kind="customer" id={customerId}>
            {customerNumber}
          </RecordLink>
        </span>
      )}
    </>
  )
}
