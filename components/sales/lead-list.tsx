import { Inbox } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { WorkPage } from "@/lib/platform/lanes"
import { type LeadQuery, leadList } from "@/lib/sales/leads/views"
import type { Worker } from "@/lib/sales/worker"
import { LeadEdits } from "./lead-edits"
import { withMerge } from "./merge/with-merge"

const empty = {
  "my-open": "You own no open lead. Take one from Open leads with Assign.",
  commerce: "Requests from the public form appear here by themselves.",
  open: "Every lead is decided.",
  closed: "No lead has been qualified or disqualified yet.",
  escalated: "No lead is escalated. Settings say which are, and when.",
  all: "Requests from the public form appear here by themselves.",
} as const

type LeadListProps = {
  head: ReactNode
  title: string
  query: LeadQuery
  page: WorkPage
  around: CellAround
  worker: Worker
  peek: ReactNode
  /** What is done to many leads at once. */
  bulk: ReactNode
  bulkKeys: readonly { key: string; word: string }[]
}

/** The lead grid. */
export function LeadList({ worker, ...list }: LeadListProps) {
  return (
    <LeadEdits worker={worker}>
      <WorkList
        shape={leadList}
        {...list}
        bulk={withMerge("lead", list.bulk)}
        empty={{ icon: <Inbox />, title: "No leads here", text: empty[list.query.view] }}
        commands={[
          { key: "q", word: "qualify", href: "?do=qualify&lead=:id" },
          { key: "d", word: "disqualify", href: "?do=disqualify&lead=:id" },
        ]}
      />
    </LeadEdits>
  )
}
