import { AddressLines } from "@/components/commerce/address-lines"
import { ProspectRelated } from "@/components/commerce/prospect-related"
import { Story } from "@/components/commerce/story"
import { Thread } from "@/components/commerce/thread"
import { Receipts } from "@/components/shell/receipts"
import { type Fact, Facts } from "@/components/ui/facts"
import { NetAddress } from "@/components/ui/net-address"
import { RecordColumns } from "@/components/ui/record-columns"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment, momentText } from "@/components/ui/time"
import type { Ledgers } from "@/lib/commerce/ledgers"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"
import { prospectStatuses, prospectTypes } from "@/lib/commerce/prospects/rules"
import type { ThreadView } from "@/lib/commerce/thread/queries"
import { languageName } from "@/lib/platform/language-name"
import { fullName } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"
import type { ReceiptView } from "@/lib/sync/receipts"

type ProspectColumnsProps = {
  prospect: ProspectDetail
  ledgers: Ledgers
  thread: ThreadView
  now: Date
  mayRetry: boolean
  receipts: readonly ReceiptView[]
}

/** The body of a prospect's record: what was sent, what happened, what it became. */
export function ProspectColumns({ prospect, ledgers, thread, now, mayRetry, receipts }: ProspectColumnsProps) {
  return (
    <RecordColumns
      left={
        <>
          <Section title="Contact">
            <Facts items={contactFacts(prospect)} />
          </Section>
          <Section title="Company">
            <Facts items={companyFacts(prospect)} />
          </Section>
          <Section title="Comments">
            <p className={prospect.comments ? "wrap-anywhere whitespace-pre-line" : "text-ink-3"}>{prospect.comments ?? "None"}</p>
          </Section>
        </>
      }
      middle={
        <>
          <Thread prospectId={prospect.id} thread={thread} />
          <Story recordId={prospect.id} ledgers={ledgers} now={now} mayRetry={mayRetry} comments={prospect.comments} />
        </>
      }
      right={
        <>
          <Section title="Details">
            <Facts wide items={[...detailFacts(prospect), ...decisionFacts(prospect)]} />
          </Section>
          <Section title="Related">
            <ProspectRelated prospect={prospect} />
          </Section>
          <Receipts receipts={receipts} />
        </>
      }
    />
  )
}

const contactFacts = (prospect: ProspectDetail): Fact[] => [
  { label: "Name", value: <span className="font-medium">{fullName(prospect)}</span> },
  {
    label: "Email",
    value: (
      <a className="link" href={`mailto:${prospect.email}`}>
        <NetAddress text={prospect.typedEmail} />
      </a>
    ),
  },
  {
    label: "Verified",
    value: prospect.emailConfirmedAt ? (
      <Status word="Active" text={momentText(prospect.emailConfirmedAt)} plain />
    ) : (
      <Tag tone="wait">Unverified</Tag>
    ),
  },
  { label: "Phone", value: prospect.phone && formatPhone(prospect.phone) },
]

const companyFacts = (prospect: ProspectDetail): Fact[] => [
  { label: "Name", value: <span className="font-medium">{prospect.companyName}</span> },
  {
    label: "Website",
    value: prospect.website && (
      <a className="link" href={prospect.website} rel="noopener noreferrer nofollow" target="_blank">
        <NetAddress text={prospect.website.replace(/^https?:\/\//, "")} />
      </a>
    ),
  },
  { label: "Tax ID", value: prospect.taxId },
  { label: "Address", value: <AddressLines address={prospect} /> },
]

const detailFacts = (prospect: ProspectDetail): Fact[] => [
  { label: "Number", value: prospect.number },
  { label: "Type", value: prospectTypes[prospect.type] },
  { label: "Status", value: <Status word={prospectStatuses[prospect.status]} plain /> },
  { label: "Submitted", value: <Moment at={prospect.submittedAt} /> },
  {
    label: "Terms agreed",
    value: (
      <>
        Version {prospect.consentVersion}, <Moment at={prospect.consentAt} />
      </>
    ),
  },
  { label: "Language", value: languageName(prospect.language) },
  { label: "Channel", value: prospect.storefront.name },
  ...(prospect.expiresAt ? [{ label: "Expires on", value: momentText(prospect.expiresAt, "date") }] : []),
]

function decisionFacts({ decidedAt, decidedByName, decisionReason, noteToApplicant }: ProspectDetail): Fact[] {
  if (!decidedAt) return []
  return [
    { label: "Decided", value: <Moment at={decidedAt} /> },
    { label: "By", value: decidedByName },
    ...(decisionReason ? [{ label: "Reason", value: decisionReason }] : []),
    ...(noteToApplicant ? [{ label: "Note", value: noteToApplicant }] : []),
  ]
}
