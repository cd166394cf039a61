import type { ReactNode } from "react"
import { Facts } from "@/components/ui/facts"
import { Person } from "@/components/ui/person"
import { Rating } from "@/components/ui/rating"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { fullName } from "@/lib/platform/party"
import { formatPhone } from "@/lib/platform/phone"
import { ratings } from "@/lib/sales/choices"
import type { Story } from "@/lib/sales/get-story"
import type { LeadDetail } from "@/lib/sales/leads/queries"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { addressLines } from "./address-lines"
import { LeadCommands } from "./lead-commands"
import { ScoreMark } from "./lead-score"
import type { LeadWorkView } from "./lead-work"
import { Peek } from "./peek"

type LeadPeekProps = { lead: LeadDetail; work: LeadWorkView; story: Story; timers: ReactNode; href: string; closeHref: string }

/** A lead beside the list: who asks, for what company, what was said last, and the commands. */
export function LeadPeek({ lead, work, story, timers, href, closeHref }: LeadPeekProps) {
  return (
    <Peek
      id={lead.id}
      title={lead.companyName}
      href={href}
      story={story}
      facts={
        <>
          <Status word={leadStatusReasons[lead.statusReason].word} />
          <Rating word={ratings[lead.rating]} />
          {lead.score !== null && lead.grade && <ScoreMark score={lead.score} grade={lead.grade} />}
          <Person name={lead.ownerName} me={lead.ownerId === story.viewer.id} />
        </>
      }
      commands={<LeadCommands work={work} asked={null} closeHref={closeHref} />}
    >
      {timers}
      <Section title="Contact">
        <Facts
          items={[
            { label: "Name", value: fullName(lead) },
            {
              label: "Email",
              value: lead.email && (
                <a className="link" href={`mailto:${lead.email}`}>
                  {lead.email}
                </a>
              ),
            },
            { label: "Phone", value: lead.phone && formatPhone(lead.phone) },
            { label: "Website", value: lead.website?.replace(/^https?:\/\//, "") },
            { label: "Address", value: addressLines(lead).join(", ") },
            { label: "Tax ID", value: lead.taxId },
          ]}
        />
      </Section>
      {lead.comments && (
        <Section title="Comments">
          <p className="wrap-anywhere whitespace-pre-line">{lead.comments}</p>
        </Section>
      )}
    </Peek>
  )
}
