import type { ReactNode } from "react"
import { HistorySection } from "@/components/shell/history-section"
import { Status } from "@/components/ui/status"
import type { HistoryRow } from "@/lib/platform/history"
import { fullName } from "@/lib/platform/party"
import { historyFields } from "@/lib/sales/history-fields"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import type { OpportunityDetail } from "@/lib/sales/opportunities/queries"
import { CloseRecords } from "./close-records"
import { OpportunityDetails } from "./edit/opportunity-details"
import { type RelatedRecord, RelatedRecords } from "./related-records"

type OpportunitySideProps = { work: OpportunityWork; history: readonly HistoryRow[]; children?: ReactNode }

/** Details, what belongs to the sale, close records and Related of an opportunity. */
export function OpportunitySide({ work, history, children }: OpportunitySideProps) {
  const { opportunity } = work
  return (
    <>
      <OpportunityDetails work={work} />
      {children}
      <CloseRecords closes={opportunity.closes} />
      <RelatedRecords title="Related" records={related(opportunity)} none="Nothing yet." />
      <HistorySection
        fields={historyFields.opportunity}
        href={`/sales/opportunities/${opportunity.id}/history`}
        currency={opportunity.currency}
        rows={history}
      />
    </>
  )
}

function related({ originatingLead, qualifiedLeads, prospectId, prospectNumber, account, contact }: OpportunityDetail): RelatedRecord[] {
  const records: RelatedRecord[] = []
  if (originatingLead) {
    const trailing = <Status word={leadStatusReasons[originatingLead.statusReason].word} />
    records.push({ kind: "lead", id: originatingLead.id, title: originatingLead.companyName, sub: "Originating lead", trailing })
  }
  const joined = qualifiedLeads.filter(({ id }) => id !== originatingLead?.id)
  for (const { id, companyName, statusReason } of joined)
    records.push({
      kind: "lead",
      id,
      title: companyName,
      sub: "Lead that joined",
      trailing: <Status word={leadStatusReasons[statusReason].word} />,
    })
  if (prospectId && prospectNumber) records.push({ kind: "prospect", id: prospectId, title: prospectNumber, sub: "Prospect in Commerce" })
  for (const lead of joined)
    if (lead.prospectId && lead.prospectNumber && lead.prospectId !== prospectId)
      records.push({ kind: "prospect", id: lead.prospectId, title: lead.prospectNumber, sub: "Prospect in Commerce" })
  records.push({ kind: "account", id: account.id, title: account.name, sub: "Account", trailing: account.customerNumber })
  records.push({ kind: "contact", id: contact.id, title: fullName(contact), sub: "Contact", trailing: contact.customerNumber })
  return records
}
