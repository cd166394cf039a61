import { HistorySection } from "@/components/shell/history-section"
import { Status } from "@/components/ui/status"
import type { HistoryRow } from "@/lib/platform/history"
import { fullName } from "@/lib/platform/party"
import { historyFields } from "@/lib/sales/history-fields"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { LeadDetails } from "./edit/lead-sections"
import { LeadTimers } from "./lead-timers"
import { type RelatedRecord, RelatedRecords } from "./related-records"

/** Details and Related of a lead. */
export function LeadSide({ work, history, now }: { work: LeadWork; history: readonly HistoryRow[]; now: Date }) {
  return (
    <>
      <LeadTimers lead={work.lead} timers={work.timers} refusals={work.refusals} now={now} />
      <LeadDetails work={work} />
      <RelatedRecords title="Related" records={related(work)} none="Nothing yet. Qualify makes an account and a contact." />
      <HistorySection
        fields={historyFields.lead}
        href={`/sales/leads/${work.lead.id}/history`}
        currency={work.lead.currency}
        rows={history}
      />
    </>
  )
}

function related({ lead, matches }: LeadWork): RelatedRecord[] {
  const { prospectId, prospectNumber, opportunity, originatedOpportunities, account, contact } = lead
  const records: RelatedRecord[] = []
  if (prospectId && prospectNumber) records.push({ kind: "prospect", id: prospectId, title: prospectNumber, sub: "Prospect in Commerce" })
  if (opportunity) {
    const trailing = <Status word={opportunityStatusReasons[opportunity.statusReason].word} />
    records.push({ kind: "opportunity", id: opportunity.id, title: opportunity.topic, sub: "Opportunity", trailing })
  }
  for (const { id, topic, statusReason } of originatedOpportunities) {
    if (id === opportunity?.id) continue
    const trailing = <Status word={opportunityStatusReasons[statusReason].word} />
    records.push({ kind: "opportunity", id, title: topic, sub: "Further opportunity", trailing })
  }
  if (account) records.push({ kind: "account", id: account.id, title: account.name, sub: "Account", trailing: account.customerNumber })
  if (contact) records.push({ kind: "contact", id: contact.id, title: fullName(contact), sub: "Contact", trailing: contact.customerNumber })
  for (const { id, name } of matches?.accounts ?? [])
    records.push({ kind: "account", id, title: name, sub: "Possible match", trailing: "Account" })
  for (const { id, name } of matches?.contacts ?? [])
    records.push({ kind: "contact", id, title: name, sub: "Possible match", trailing: "Contact" })
  return records
}
