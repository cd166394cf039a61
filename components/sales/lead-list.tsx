import { Inbox } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
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

/** The lead grid. */
export function LeadList({ worker, ...list }: ListProps<LeadQuery> & { worker: Worker }) {
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
