import { Target } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { Worker } from "@/lib/sales/worker"
import { OpportunityEdits } from "./opportunity-edits"

const text = "Qualify a lead, and its opportunity appears here."

/** The list of opportunities. */
export function OpportunityList({ worker, ...list }: ListProps<OpportunityQuery> & { worker: Worker }) {
  return (
    <OpportunityEdits worker={worker}>
      <WorkList {...list} shape={opportunityList} empty={{ icon: <Target />, title: "No opportunities here", text }} />
    </OpportunityEdits>
  )
}
