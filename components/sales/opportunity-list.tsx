import { Target } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { WorkPage } from "@/lib/platform/lanes"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { Worker } from "@/lib/sales/worker"
import { OpportunityEdits } from "./opportunity-edits"

const text = "Qualify a lead, and its opportunity appears here."

/** The list of opportunities. */
export function OpportunityList({
  worker,
  ...list
}: {
  head: ReactNode
  title: string
  query: OpportunityQuery
  page: WorkPage
  around: CellAround
  worker: Worker
  peek: ReactNode
  /** What is done to many of them at once. */
  bulk: ReactNode
  bulkKeys: readonly { key: string; word: string }[]
}) {
  return (
    <OpportunityEdits worker={worker}>
      <WorkList {...list} shape={opportunityList} empty={{ icon: <Target />, title: "No opportunities here", text }} />
    </OpportunityEdits>
  )
}
