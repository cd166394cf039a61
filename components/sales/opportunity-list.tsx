import { Target } from "lucide-react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { Page } from "@/lib/platform/keyset"
import type { ListRow } from "@/lib/platform/list-source"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { Owner } from "@/lib/sales/owners"
import { OwnerFilter } from "./owner-filter"

const text = "Qualify a lead, and its opportunity appears here."

type OpportunityListProps = { query: OpportunityQuery; page: Page<ListRow>; owners: readonly Owner[]; around: CellAround }

/** The list of opportunities. */
export function OpportunityList({ owners, ...list }: OpportunityListProps) {
  return (
    <WorkList
      {...list}
      shape={opportunityList}
      noun={["opportunity", "opportunities"]}
      filters={<OwnerFilter shape={opportunityList} query={list.query} owners={owners} viewerId={list.around.viewerId} />}
      empty={{ icon: <Target />, title: "No opportunities here", text }}
    />
  )
}
