import { Target } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { Page } from "@/lib/platform/keyset"
import type { ListRow } from "@/lib/platform/list-source"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"

const text = "Qualify a lead, and its opportunity appears here."

/** The list of opportunities. */
export function OpportunityList(list: {
  head: ReactNode
  title: string
  query: OpportunityQuery
  page: Page<ListRow>
  around: CellAround
}) {
  return <WorkList {...list} shape={opportunityList} empty={{ icon: <Target />, title: "No opportunities here", text }} />
}
