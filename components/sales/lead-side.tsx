import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { moneyText } from "@/lib/platform/money-text"
import { fullName } from "@/lib/platform/party"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { codeWord } from "./code-word"
import { type RelatedRecord, RelatedRecords } from "./related-records"

/** Details and Related of a lead. */
export function LeadSide({ work }: { work: LeadWork }) {
  const { lead } = work
  const word = (code: string | null) => code && codeWord(code)
  return (
    <>
      <Section title="Details">
        <Facts
          wide
          items={[
            { label: "Topic", value: lead.topic },
            { label: "Source", value: word(lead.source) },
            { label: "Created", value: <Moment at={lead.createdAt} /> },
            { label: "Industry", value: lead.industry },
            { label: "Timeframe", value: word(lead.purchaseTimeframe) },
            { label: "Budget", value: [word(lead.budget), moneyText(lead.budgetAmount, lead.currency)].filter(Boolean).join(", ") },
            { label: "Need", value: word(lead.need) },
            { label: "Est. value", value: moneyText(lead.estimatedValue, lead.currency) },
            { label: "Decision maker", value: lead.decisionMaker ? "Yes" : null },
          ]}
        />
      </Section>
      <RelatedRecords title="Related" records={related(work)} none="Nothing yet. Qualify makes an account and a contact." />
    </>
  )
}

function related({ lead, matches }: LeadWork): RelatedRecord[] {
  const { prospectId, prospectNumber, opportunity, account, contact } = lead
  const records: RelatedRecord[] = []
  if (prospectId && prospectNumber) records.push({ kind: "prospect", id: prospectId, title: prospectNumber, sub: "Prospect in Commerce" })
  if (opportunity) {
    const trailing = <Status word={opportunityStatusReasons[opportunity.statusReason].word} />
    records.push({ kind: "opportunity", id: opportunity.id, title: opportunity.topic, sub: "Opportunity", trailing })
  }
  if (account) records.push({ kind: "account", id: account.id, title: account.name, sub: "Account", trailing: account.customerNumber })
  if (contact) records.push({ kind: "contact", id: contact.id, title: fullName(contact), sub: "Contact", trailing: contact.customerNumber })
  for (const { id, name } of matches?.accounts ?? [])
    records.push({ kind: "account", id, title: name, sub: "Possible match", trailing: "Account" })
  for (const { id, name } of matches?.contacts ?? [])
    records.push({ kind: "contact", id, title: name, sub: "Possible match", trailing: "Contact" })
  return records
}
