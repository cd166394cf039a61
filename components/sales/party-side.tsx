import { HistorySection } from "@/components/shell/history-section"
import { Facts } from "@/components/ui/facts"
import { Person } from "@/components/ui/person"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { HistoryRow } from "@/lib/platform/history"
import { historyFields } from "@/lib/sales/history-fields"
import { type LeadStatusReason, leadStatusReasons } from "@/lib/sales/leads/rules"
import { type OpportunityStatusReason, opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { RelatedRecords } from "./related-records"

type PartySideProps = {
  kind: "account" | "contact"
  /** The views that list all of its opportunities and leads. */
  all: { opportunities: string; leads: string }
  history: readonly HistoryRow[]
  party: {
    id: string
    ownerName: string | null
    createdAt: Date
    opportunities: readonly { id: string; topic: string; statusReason: OpportunityStatusReason }[]
    leads: readonly { id: string; companyName: string; statusReason: LeadStatusReason; prospectNumber: string | null }[]
  }
}

/** The right column of an account or a contact: details, opportunities and leads. */
export function PartySide({ kind, all, history, party: { id, ownerName, createdAt, opportunities, leads } }: PartySideProps) {
  return (
    <>
      <Section title="Details">
        <Facts
          wide
          items={[
            { label: "Owner", value: <Person name={ownerName} /> },
            { label: "Created", value: <Moment at={createdAt} /> },
          ]}
        />
      </Section>
      <RelatedRecords
        title="Opportunities"
        allHref={all.opportunities}
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
        allHref={all.leads}
        records={leads.map(({ id, companyName, statusReason, prospectNumber }) => ({
          kind: "lead",
          id,
          title: companyName,
          sub: prospectNumber ?? undefined,
          trailing: <Status word={leadStatusReasons[statusReason].word} />,
        }))}
        none="None."
      />
      <HistorySection fields={historyFields[kind]} href={`/sales/${kind}s/${id}/history`} rows={history} />
    </>
  )
}
