import { AlsoHere } from "@/components/shell/also-here"
import { RecordLink } from "@/components/shell/record-link"
import { Person } from "@/components/ui/person"
import { ProcessBar } from "@/components/ui/process-bar"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { listHref } from "@/lib/platform/list-query"
import { moneyText } from "@/lib/platform/money-text"
import type { Story } from "@/lib/sales/get-story"
import type { HistoryRow } from "@/lib/sales/history"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import { CompanyFacts } from "./company-facts"
import { ContactFacts } from "./contact-facts"
import { daysText } from "./counted"
import { DecidedStrip } from "./decided-strip"
import { opportunitySteps } from "./lead-process"
import { OpportunityCommands } from "./opportunity-commands"
import { OpportunitySide } from "./opportunity-side"
import type { OpportunityWorkView } from "./opportunity-work"
import { Stakeholders } from "./stakeholders"
import { stepOf } from "./step-of"
import { TimelineSection } from "./timeline-section"

type OpportunityRecordProps = {
  work: OpportunityWork
  /** The same opportunity for its dialogs. */
  view: OpportunityWorkView
  viewerId: string
  query: OpportunityQuery
  around: { previous: string | null; next: string | null }
  story: Story
  history: readonly HistoryRow[]
  now: Date
  canUndo: boolean
}

/** The record page of an opportunity. */
export function OpportunityRecord({ work, view, viewerId, query, around, story, history, now, canUndo }: OpportunityRecordProps) {
  const { opportunity, decision } = work
  const { account, contact, originatingLead } = opportunity
  const revenue = moneyText(opportunity.estimatedRevenue, opportunity.currency)
  const inQualify = originatingLead ? daysText(originatingLead.createdAt, opportunity.createdAt) : undefined
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Opportunities", href: opportunityList.path },
          { label: query.saved?.name ?? opportunityList.views[query.view], href: listHref(opportunityList, query) },
        ]}
        step={stepOf("opportunity", opportunityList, query, around)}
        title={opportunity.topic}
        commands={<OpportunityCommands work={view} />}
        facts={
          <>
            <Status word={opportunityStatusReasons[opportunity.statusReason].word} pill />
            <Person name={opportunity.ownerName} me={opportunity.ownerId === viewerId} />
            <RecordLink kind="account" id={account.id}>
              {account.name}
            </RecordLink>
            {revenue && (
              <span>
                Est. revenue <b>{revenue}</b>
              </span>
            )}
            {opportunity.estimatedCloseDate && (
              <span>
                Est. close <Moment at={opportunity.estimatedCloseDate} style="date" />
              </span>
            )}
          </>
        }
      />
      <ProcessBar
        label="Process: lead to opportunity"
        steps={[{ name: "Qualify", state: "done", days: inQualify }, ...opportunitySteps(opportunity, now)]}
        won={opportunity.state === "won"}
      />
      {decision && <DecidedStrip decision={decision} canUndo={canUndo} here={opportunity.id} />}
      <RecordColumns
        left={
          <>
            <ContactFacts person={contact} href={`/sales/contacts/${contact.id}`} customer={contact} />
            <CompanyFacts company={account} accountId={account.id} customer={account} />
          </>
        }
        middle={<TimelineSection about="opportunity" here={opportunity.id} story={story} said={originatingLead?.comments} />}
        right={
          <>
            <OpportunitySide work={work} history={history} />
            <Stakeholders about="opportunity" id={opportunity.id} people={story.stakeholders} viewer={story.viewer} />
          </>
        }
      />
    </>
  )
}
