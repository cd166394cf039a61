import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { moneyText } from "@/lib/platform/money-text"
import { fullName } from "@/lib/platform/party"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import type { OpportunityDetail } from "@/lib/sales/opportunities/queries"
import { CloseRecords } from "./close-records"
import { codeWord } from "./code-word"
import { type RelatedRecord, RelatedRecords } from "./related-records"

/** Details, close records and Related of an opportunity. */
export function OpportunitySide({ opportunity }: { opportunity: OpportunityDetail }) {
  const { estimatedCloseDate, purchaseTimeframe, need, probability } = opportunity
  return (
    <>
      <Section title="Details">
        <Facts
          wide
          items={[
            { label: "Est. revenue", value: moneyText(opportunity.estimatedRevenue, opportunity.currency) },
            { label: "Probability", value: probability === null ? null : `${probability} %` },
            { label: "Est. close", value: estimatedCloseDate && <Moment at={estimatedCloseDate} style="date" /> },
            { label: "Timeframe", value: purchaseTimeframe && codeWord(purchaseTimeframe) },
            { label: "Need", value: need && codeWord(need) },
            { label: "Created", value: <Moment at={opportunity.createdAt} /> },
          ]}
        />
      </Section>
      <CloseRecords closes={opportunity.closes} />
      <RelatedRecords title="Related" records={related(opportunity)} none="Nothing yet." />
    </>
  )
}

function related({ originatingLead, prospectId, prospectNumber, account, contact }: OpportunityDetail): RelatedRecord[] {
  const records: RelatedRecord[] = []
  if (originatingLead) {
    const trailing = <Status word={leadStatusReasons[originatingLead.statusReason].word} />
    records.push({ kind: "lead", id: originatingLead.id, title: originatingLead.companyName, sub: "Originating lead", trailing })
  }
  if (prospectId && prospectNumber) records.push({ kind: "prospect", id: prospectId, title: prospectNumber, sub: "Prospect in Commerce" })
  records.push({ kind: "account", id: account.id, title: account.name, sub: "Account", trailing: account.customerNumber })
  records.push({ kind: "contact", id: contact.id, title: fullName(contact), sub: "Contact", trailing: contact.customerNumber })
  return records
}
