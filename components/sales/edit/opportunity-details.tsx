import { EditSection } from "@/components/shell/edit/edit-section"
import { type EditedRecord, editRows } from "@/components/shell/edit/edit-view"
import { Moment } from "@/components/ui/time"
import { opportunityEditables } from "@/lib/sales/opportunities/editables"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"

/** **Details** and **Proposal** of an opportunity, edited where they stand. */
export function OpportunityDetails({ work: { opportunity, refusals } }: { work: OpportunityWork }) {
  const { row, plain } = editRows(opportunityEditables, opportunity)
  const record: EditedRecord = {
    kind: "opportunity",
    id: opportunity.id,
    version: opportunity.version,
    currency: opportunity.currency,
    refusal: refusals.edit,
    historyHref: `/sales/opportunities/${opportunity.id}/history`,
  }
  const long = (text: string | null) => text && <span className="whitespace-pre-line">{text}</span>
  return (
    <>
      <EditSection
        wide
        title="Details"
        record={record}
        rows={[
          row("topic"),
          row("revenue"),
          row("probability"),
          row("closeDate"),
          row("rating"),
          row("timeframe"),
          row("budget"),
          row("budgetAmount"),
          row("need"),
          row("process", undefined, "Process"),
          plain("Created", <Moment at={opportunity.createdAt} />),
        ]}
      />
      <EditSection
        wide
        title="Proposal"
        record={record}
        rows={[
          row("currentSituation", long(opportunity.currentSituation), "Situation"),
          row("customerNeed", long(opportunity.customerNeed)),
          row("proposedSolution", long(opportunity.proposedSolution), "Solution"),
        ]}
      />
    </>
  )
}
