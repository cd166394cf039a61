import { EditSection } from "@/components/shell/edit/edit-section"
import { type EditedRecord, editRows } from "@/components/shell/edit/edit-view"
import { EmailLink, Lines, PhoneLink, WebsiteLink } from "@/components/shell/edit/fact-links"
import { Status } from "@/components/ui/status"
import { Moment, momentText } from "@/components/ui/time"
import { languageName } from "@/lib/platform/language-name"
import { formatPhone } from "@/lib/platform/phone"
import { leadEditables } from "@/lib/sales/leads/editables"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import { addressLines } from "../address-lines"

const addressKeys = ["street", "street2", "postalCode", "city", "stateProvince", "country"] as const

const editedLead = ({ lead, refusals }: LeadWork): EditedRecord => ({
  kind: "lead",
  id: lead.id,
  version: lead.version,
  currency: lead.currency,
  refusal: refusals.edit,
  historyHref: `/sales/leads/${lead.id}/history`,
})

/** **Contact** and **Company** of a lead, edited where they stand. */
export function LeadParties({ work }: { work: LeadWork }) {
  const { lead } = work
  const { row, joined, plain } = editRows(leadEditables, lead)
  const { emailConfirmedAt } = lead
  const verified = emailConfirmedAt ? <Status word="Active" text={momentText(emailConfirmedAt)} plain /> : "Not yet"
  const lines = addressLines(lead)
  return (
    <>
      <EditSection
        title="Contact"
        record={editedLead(work)}
        rows={[
          joined("Name", ["firstName", "lastName"], " "),
          row("jobTitle"),
          row("email", lead.email && <EmailLink email={lead.email} />),
          plain("Verified", verified),
          row("phone", lead.phone && <PhoneLink phone={lead.phone} shown={formatPhone(lead.phone)} />),
          plain("Language", languageName(lead.language)),
        ]}
      />
      <EditSection
        title="Company"
        record={editedLead(work)}
        rows={[
          row("company", undefined, "Name"),
          row("website", lead.website && <WebsiteLink website={lead.website} />),
          row("taxId"),
          joined("Address", addressKeys, ", ", lines.length > 0 ? <Lines lines={lines} /> : null),
        ]}
      />
    </>
  )
}

/** **Details** of a lead: what qualifies it. */
export function LeadDetails({ work }: { work: LeadWork }) {
  const { row, plain } = editRows(leadEditables, work.lead)
  const { channelName } = work.lead
  return (
    <EditSection
      wide
      title="Details"
      record={editedLead(work)}
      rows={[
        row("topic"),
        row("rating"),
        row("source"),
        ...(channelName ? [plain("Channel", channelName)] : []),
        plain("Created", <Moment at={work.lead.createdAt} />),
        row("industry"),
        row("timeframe"),
        row("budget"),
        row("budgetAmount"),
        row("need"),
        row("process", undefined, "Process"),
        row("decisionMaker"),
        row("value"),
        row("closeDate"),
      ]}
    />
  )
}
