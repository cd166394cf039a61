import { StateWords } from "@/components/sales/state-words"
import { AlsoHere } from "@/components/shell/also-here"
import { ApprovalStrip } from "@/components/shell/approval-strip"
import { Receipts } from "@/components/shell/receipts"
import { RecordLink } from "@/components/shell/record-link"
import { stepOf } from "@/components/shell/step-of"
import { Person } from "@/components/ui/person"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { Moment } from "@/components/ui/time"
import type { HistoryRow } from "@/lib/platform/history"
import { listHref } from "@/lib/platform/list-href"
import { moneyText } from "@/lib/platform/money-text"
import type { Story } from "@/lib/sales/get-story"
import type { CarriedOver as CarriedOverView } from "@/lib/sales/leads/carried-over"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { opportunityStages, opportunityStates, opportunityStatusReasons, type Stage, stages } from "@/lib/sales/opportunities/rules"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { ApprovalView } from "@/lib/sync/approvals/queries"
import type { ReceiptView } from "@/lib/sync/receipts"
import { assignedOpportunity } from "./assigned-opportunity"
import { CarriedOver } from "./carried-over"
import { ChecklistSection } from "./checklist-section"
import { CompanyFacts } from "./company-facts"
import { CompetitorsSection } from "./competitors-section"
import { ContactFacts } from "./contact-facts"
import { DecidedStrip } from "./decided-strip"
import { OpportunityCommands } from "./opportunity-commands"
import { OpportunitySide } from "./opportunity-side"
import { OpportunityState } from "./opportunity-state"
import { opportunitySteps } from "./opportunity-steps"
import type { OpportunityWorkView } from "./opportunity-work"
import { StageBar } from "./stage-bar"
import { Stakeholders } from "./stakeholders"
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
  /** The decision about it that waits for a second person. */
  approval: ApprovalView | null
  now: Date
  canUndo: boolean
  receipts: readonly ReceiptView[]
  carried: readonly CarriedOverView[]
}

/** The record page of an opportunity. */
export function OpportunityRecord({
  work,
  view,
  viewerId,
  query,
  around,
  story,
  history,
  approval,
  now,
  canUndo,
  receipts,
  carried,
}: OpportunityRecordProps) {
  const { opportunity, decision, refusals } = work
  const { account, contact, originatingLead } = opportunity
  const revenue = moneyText(opportunity.estimatedRevenue, opportunity.currency)
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
        commands={<OpportunityCommands work={view} assigned={assignedOpportunity(work, viewerId)} />}
        facts={
          <>
            <StateWords
              state={opportunityStates[opportunity.state].word}
              reason={opportunityStatusReasons[opportunity.statusReason].word}
            />
            <OpportunityState
              id={opportunity.id}
              isOnHold={opportunity.statusReason === "on_hold"}
              refusal={refusals.hold}
              isOpen={opportunity.state === "open"}
            />
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
                Est. close <Moment at={opportunity.estimatedCloseDate} style="day" />
              </span>
            )}
          </>
        }
      />
      <StageBar
        id={opportunity.id}
        topic={opportunity.topic}
        steps={opportunitySteps(work, progressOf(work), now)}
        won={opportunity.state === "won"}
        open={work.checklist.filter(({ stage, done }) => stage === opportunity.stage && !done).map(({ text }) => text)}
        current={stages[opportunity.stage].word}
      />
      {approval && <ApprovalStrip approval={approval} />}
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
            <OpportunitySide work={work} history={history}>
              <ChecklistSection opportunityId={opportunity.id} stage={opportunity.stage} steps={work.checklist} refusal={refusals.edit} />
              <CompetitorsSection opportunityId={opportunity.id} {...work.competitors} refusal={refusals.edit} />
            </OpportunitySide>
            <Stakeholders about="opportunity" id={opportunity.id} people={story.stakeholders} viewer={story.viewer} />
            <CarriedOver carried={carried} here={opportunity.id} />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}

/** How far each stage's checklist is, in words. */
function progressOf({ checklist }: OpportunityWork): Map<Stage, string> {
  const of = (stage: Stage) => checklist.filter((step) => step.stage === stage)
  return new Map(
    opportunityStages.flatMap((stage) => {
      const steps = of(stage)
      return steps.length > 0 ? [[stage, `${steps.filter(({ done }) => done).length} of ${steps.length} steps`] as const] : []
    }),
  )
}
