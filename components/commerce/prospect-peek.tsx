import { PeekFrame } from "@/components/shell/peek"
import { Facts } from "@/components/ui/facts"
import { Person } from "@/components/ui/person"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import { TimerNow } from "@/components/ui/timer-now"
import type { Ledgers } from "@/lib/commerce/ledgers"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { fullName } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"
import { AddressLines } from "./address-lines"
import { AssignProspect, type AssignView } from "./assign-prospect"
import { DecideProspect } from "./decide-prospect"
import type { DecideView } from "./decide-view"
import { Story } from "./story"

type ProspectPeekProps = {
  prospect: ProspectDetail
  ledgers: Ledgers
  decide: DecideView
  assign: AssignView
  viewerId: string
  href: string
  now: Date
  mayRetry: boolean
}

/** A prospect beside the list: who asks, for what company, how long there is, what happened last, and the commands. */
export function ProspectPeek({ prospect, ledgers, decide, assign, viewerId, href, now, mayRetry }: ProspectPeekProps) {
  return (
    <PeekFrame
      title={prospect.companyName}
      href={href}
      facts={
        <>
          <Status word={prospectStatuses[prospect.status]} />
          <Person name={prospect.ownerName} me={prospect.ownerId === viewerId} />
          <TimerNow state={prospect.decisionState} dueAt={prospect.decisionDueAt?.getTime() ?? null} now={now.getTime()} />
        </>
      }
      commands={
        <>
          <DecideProspect {...decide} />
          <AssignProspect {...assign} />
        </>
      }
    >
      <Section title="Contact">
        <Facts
          items={[
            { label: "Number", value: prospect.number },
            { label: "Name", value: fullName(prospect) },
            {
              label: "Email",
              value: (
                <a className="link" href={`mailto:${prospect.email}`}>
                  {prospect.typedEmail}
                </a>
              ),
            },
            { label: "Phone", value: prospect.phone && formatPhone(prospect.phone) },
            { label: "Website", value: prospect.website?.replace(/^https?:\/\//, "") },
            { label: "Tax ID", value: prospect.taxId },
            { label: "Address", value: <AddressLines address={prospect} /> },
            { label: "In Sales", value: prospect.salesStage ?? "Not in Sales" },
            ...(prospect.expiresAt ? [{ label: "Expires on", value: momentText(prospect.expiresAt, "date") }] : []),
          ]}
        />
      </Section>
      {prospect.comments && (
        <Section title="Comments">
          <p className="wrap-anywhere whitespace-pre-line">{prospect.comments}</p>
        </Section>
      )}
      <Story recordId={prospect.id} ledgers={ledgers} now={now} mayRetry={mayRetry} comments={null} />
    </PeekFrame>
  )
}
