import { Person } from "@/components/ui/person"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { moneyText } from "@/lib/platform/money-text"
import type { Story } from "@/lib/sales/get-story"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { opportunityStatusReasons, stages } from "@/lib/sales/opportunities/rules"
import { assignedOpportunity } from "./assigned-opportunity"
import { CompanyFacts } from "./company-facts"
import { ContactFacts } from "./contact-facts"
import { OpportunityCommands } from "./opportunity-commands"
import type { OpportunityWorkView } from "./opportunity-work"
import { Peek } from "./peek"

type OpportunityPeekProps = { work: OpportunityWork; view: OpportunityWorkView; story: Story; href: string }

/** An opportunity beside the list: how far it is, with whom, what was said last, and the commands. */
export function OpportunityPeek({ work, view, story, href }: OpportunityPeekProps) {
  const { id, topic, statusReason, state, stage, ownerId, ownerName, estimatedRevenue, currency, account, contact } = work.opportunity
  const revenue = moneyText(estimatedRevenue, currency)
  return (
    <Peek
      {...{ id, href, story }}
      title={topic}
      facts={
        <>
          <Status word={opportunityStatusReasons[statusReason].word} />
          {state === "open" && <Tag>{stages[stage].word}</Tag>}
          <Person name={ownerName} me={ownerId === story.viewer.id} />
          {revenue && <span className="tabular-nums">{revenue}</span>}
        </>
      }
      commands={<OpportunityCommands work={view} assigned={assignedOpportunity(work, story.viewer.id)} />}
    >
      <ContactFacts person={contact} href={`/sales/contacts/${contact.id}`} customer={contact} />
      <CompanyFacts company={account} accountId={account.id} customer={account} />
    </Peek>
  )
}
