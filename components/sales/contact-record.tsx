import type { ReactNode } from "react"
import { AlsoHere } from "@/components/shell/also-here"
import { Receipts } from "@/components/shell/receipts"
import { RecordLink } from "@/components/shell/record-link"
import { stepOf } from "@/components/shell/step-of"
import { Person } from "@/components/ui/person"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import type { HistoryRow } from "@/lib/platform/history"
import { fullName } from "@/lib/platform/party"
import type { ContactDetail } from "@/lib/sales/contacts/queries"
import { type ContactQuery, contactList } from "@/lib/sales/contacts/views"
import type { Story } from "@/lib/sales/get-story"
import type { Owner } from "@/lib/sales/owners"
import { refusalToOfferMerge } from "@/lib/sync/merge-rules"
import type { ReceiptView } from "@/lib/sync/receipts"
import { allOfContact } from "./all-of"
import { ContactCommands } from "./commands-of-party"
import { CompanyFacts } from "./company-facts"
import { CustomerNumber } from "./customer-number"
import { DuplicatesLink } from "./duplicates/duplicates-link"
import { ContactPerson } from "./edit/party-sections"
import { MergeButton } from "./merge/merge-button"
import type { PartyRefusals } from "./party-refusals"
import { PartySide } from "./party-side"
import { TimelineSection } from "./timeline-section"

type ContactRecordProps = {
  contact: ContactDetail
  query: ContactQuery
  around: { previous: string | null; next: string | null }
  story: Story
  history: readonly HistoryRow[]
  receipts: readonly ReceiptView[]
  /** Why this person cannot edit or assign it. */
  refusals: PartyRefusals
  owners: readonly Owner[]
  viewerId: string
  /** How many records may be the same. */
  duplicates: number
  /** What became part of it lately. */
  merged: ReactNode
}

/** The record page of a contact. */
export function ContactRecord(props: ContactRecordProps) {
  const { contact, query, around, story, history, receipts, refusals, owners, viewerId, duplicates, merged } = props
  const { account, id } = contact
  const name = fullName(contact)
  const mergeRefusal = refusalToOfferMerge("contact", { ...contact, label: name }, story.viewer)
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[{ label: "Contacts", href: contactList.path }]}
        step={stepOf("contact", contactList, query, around)}
        title={name}
        commands={
          <>
            <ContactCommands {...{ contact, viewerId, owners, refusals }} />
            <MergeButton kind="contact" id={id} name={name} reason={mergeRefusal?.message ?? null} />
          </>
        }
        facts={
          <>
            <ContactHead contact={contact} />
            <DuplicatesLink recordId={contact.id} count={duplicates} />
          </>
        }
      />
      {merged}
      <RecordColumns
        left={
          <>
            <ContactPerson contact={contact} refusal={refusals.edit} />
            {account && <CompanyFacts company={account} accountId={account.id} customer={account} />}
          </>
        }
        middle={<TimelineSection about="contact" here={contact.id} story={story} />}
        right={
          <>
            <PartySide kind="contact" all={allOfContact(contact.id)} party={contact} history={history} />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}

function ContactHead({ contact }: { contact: ContactDetail }) {
  const { account, jobTitle } = contact
  return (
    <>
      <Person name={contact.ownerName} />
      {jobTitle && <span>{jobTitle}</span>}
      {account && (
        <RecordLink kind="account" id={account.id}>
          {account.name}
        </RecordLink>
      )}
      <CustomerNumber customer={contact} />
    </>
  )
}
