import { Target } from "lucide-react"
import { WorkList } from "@/components/shell/work-list"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { ListProps } from "./list-props"
import { OpportunityEdits } from "./opportunity-edits"

const text = "Qualify a lead, and its opportunity appears here."

/** The list of opportunities. */
export function OpportunityList({ worker, ...list }: ListProps<OpportunityQuery>) {
  return (
    <OpportunityEdits worker={worker}>
      <WorkList {...list} shape={opportunityList} empty={{ icon: <Target />, title: "No opportunities here", text }} />
    </OpportunityEdits>
  )
}
