import { Facts } from "@/components/ui/facts"
import { Person } from "@/components/ui/person"
import { Rating } from "@/components/ui/rating"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { fullName } from "@/lib/platform/party"
import { ratings } from "@/lib/sales/choices"
import type { Story } from "@/lib/sales/get-story"
import type { LeadDetail } from "@/lib/sales/leads/queries"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { addressLines } from "./address-lines"
import { LeadCommands } from "./lead-commands"
import type { LeadWorkView } from "./lead-work"
import { PeekClose } from "./peek-close"
import { StoryDays } from "./story-days"

type LeadPeekProps = { lead: LeadDetail; work: LeadWorkView; story: Story; href: string; closeHref: string }

const latest = 6

/** A lead beside the list: who asks, for what company, what was said last, and the commands. */
export function LeadPeek({ lead, work, story, href, closeHref }: LeadPeekProps) {
  const { viewer, now } = story
  return (
    <aside className="peek" aria-label={`Preview of ${lead.companyName}`}>
      <header className="grid gap-2.5 px-5 pt-4 pb-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 text-16 font-title wrap-anywhere">
            <a className="hover:underline" href={href}>
              {lead.companyName}
            </a>
          </h2>
          <PeekClose />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Status word={leadStatusReasons[lead.statusReason].word} />
          <Rating word={ratings[lead.rating]} />
          <Person name={lead.ownerName} me={lead.ownerId === viewer.id} />
        </div>
        <div className="flex flex-wrap gap-2">
          <LeadCommands work={work} asked={null} closeHref={closeHref} />
        </div>
      </header>
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
            { label: "Phone", value: lead.phone },
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
      <Section title="Timeline">
        <StoryDays entries={story.entries.slice(0, latest)} around={{ here: lead.id, now, said: null, viewer }} />
      </Section>
    </aside>
  )
}
