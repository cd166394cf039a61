import type { ReactNode } from "react"
import { StateWords } from "@/components/sales/state-words"
import { AlsoHere } from "@/components/shell/also-here"
import { ApprovalStrip } from "@/components/shell/approval-strip"
import { Receipts } from "@/components/shell/receipts"
import { RecordLink } from "@/components/shell/record-link"
import { stepOf } from "@/components/shell/step-of"
import { Person } from "@/components/ui/person"
import { Rating } from "@/components/ui/rating"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { countryName } from "@/lib/platform/countries"
import type { HistoryRow } from "@/lib/platform/history"
import { listedHref, listHref } from "@/lib/platform/list-href"
import { fullName } from "@/lib/platform/party"
import { ratings } from "@/lib/sales/choices"
import type { Story } from "@/lib/sales/get-story"
import type { CarriedOver as CarriedOverView } from "@/lib/sales/leads/carried-over"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import { leadStates, leadStatusReasons } from "@/lib/sales/leads/rules"
import { type LeadQuery, leadList } from "@/lib/sales/leads/views"
import type { LeadScoreView } from "@/lib/sales/scoring/get-lead-score"
import type { ApprovalView } from "@/lib/sync/approvals/queries"
import { refusalToOfferMerge } from "@/lib/sync/merge-rules"
import type { ReceiptView } from "@/lib/sync/receipts"
import { CarriedOver } from "./carried-over"
import { DecidedStrip } from "./decided-strip"
import { DuplicatesLink } from "./duplicates/duplicates-link"
import { PartnerStrip, type PartnerView } from "./duplicates/partner-strip"
import { LeadParties } from "./edit/lead-sections"
import { LeadCommands } from "./lead-commands"
import { LeadProcess } from "./lead-process"
import { LeadScore, ScoreMark } from "./lead-score"
import { LeadSide } from "./lead-side"
import { LeadState } from "./lead-state"
import type { LeadCommand, LeadWorkView } from "./lead-work"
import { MatchStrip } from "./match-strip"
import { MergeButton } from "./merge/merge-button"
import { Stakeholders } from "./stakeholders"
import { TimelineSection } from "./timeline-section"
import { UnownedStrip } from "./unowned-strip"

type LeadRecordProps = {
  work: LeadWork
  /** The same lead for its dialogs. */
  view: LeadWorkView
  asked: LeadCommand | null
  query: LeadQuery
  around: { previous: string | null; next: string | null }
  story: Story
  history: readonly HistoryRow[]
  score: LeadScoreView | null
  /** The decision about it that waits for a second person. */
  approval: ApprovalView | null
  now: Date
  canUndo: boolean
  /** How many records may be the same. */
  duplicates: number
  /** The live partner that its company is already. */
  partner: PartnerView | null
  receipts: readonly ReceiptView[]
  carried: CarriedOverView | null
  /** What became part of it lately. */
  merged: ReactNode
}

/** The record page of a lead. */
export function LeadRecord(props: LeadRecordProps) {
  const {
    work,
    view,
    asked,
    query,
    around,
    story,
    history,
    score,
    approval,
    now,
    canUndo,
    duplicates,
    partner,
    receipts,
    carried,
    merged,
  } = props
  const { lead, matches, decision, refusals } = work
  const here = listedHref(leadList, query, lead.id)
  const place = [lead.city, lead.country && countryName(lead.country)].filter(Boolean).join(", ")
  const mergeRefusal = refusalToOfferMerge("lead", { ...lead, label: lead.companyName }, story.viewer)
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[
          { label: "Leads", href: leadList.path },
          { label: query.saved?.name ?? leadList.views[query.view], href: listHref(leadList, query) },
        ]}
        step={stepOf("lead", leadList, query, around)}
        title={lead.companyName}
        commands={
          <>
            <LeadCommands work={view} asked={asked} closeHref={here} />
            <MergeButton kind="lead" id={lead.id} name={lead.companyName} reason={mergeRefusal?.message ?? null} />
          </>
        }
        facts={
          <>
            <StateWords state={leadStates[lead.state].word} reason={leadStatusReasons[lead.statusReason].word} />
            <LeadState id={lead.id} statusReason={lead.statusReason} refusal={refusals.mark} />
            <Person name={lead.ownerName} me={lead.ownerId === view.viewerId} />
            <Rating word={ratings[lead.rating]} />
            {score && <ScoreMark {...score} />}
            <span>{fullName(lead)}</span>
            {place && <span>{place}</span>}
            {lead.prospectId && lead.prospectNumber && (
              <span>
                Prospect{" "}
                <RecordLink kind="prospect" id={lead.prospectId}>
                  {lead.prospectNumber}
                </RecordLink>
              </span>
            )}
            <DuplicatesLink recordId={lead.id} count={duplicates} />
          </>
        }
      />
      <LeadProcess lead={lead} now={now} />
      {approval && <ApprovalStrip approval={approval} />}
      {decision && <DecidedStrip decision={decision} canUndo={canUndo} here={lead.id} />}
      {lead.prospectId && !lead.ownerId && lead.state === "open" && (
        <UnownedStrip leadId={lead.id} viewerId={view.viewerId} reason={refusals.assign} />
      )}
      {partner && <PartnerStrip partner={partner} />}
      {merged}
      {matches && (
        <MatchStrip matches={matches} compareHref={refusals.qualify ? null : `${here}${here.includes("?") ? "&" : "?"}do=qualify`} />
      )}
      <RecordColumns
        left={<LeadParties work={work} />}
        middle={<TimelineSection about="lead" here={lead.id} story={story} said={lead.comments} />}
        right={
          <>
            {score && <LeadScore score={score} />}
            <LeadSide work={work} history={history} now={now} />
            <Stakeholders about="lead" id={lead.id} people={story.stakeholders} viewer={story.viewer} />
            <CarriedOver carried={carried ? [carried] : []} here={lead.id} />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}
