import { Inbox } from "lucide-react"
import { ProspectTabs } from "@/components/commerce/prospect-tabs"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import type { ProspectCounts } from "@/lib/commerce/prospects/queries"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import type { Page } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-query"
import type { ListRow } from "@/lib/platform/list-source"

type ProspectListProps = {
  query: ProspectQuery
  page: Page<ListRow>
  counts: ProspectCounts
  /** Whether A and R decide on a row. */
  mayDecide: boolean
  around: CellAround
}

/** The list of prospects, with a tab for each status. */
export function ProspectList({ query, page, counts, mayDecide, around }: ProspectListProps) {
  const record = listedHref(prospectList, query, ":id")
  const deed = (key: string, word: string) => ({ key, word, href: `${record}${record.includes("?") ? "&" : "?"}do=${word}` })
  return (
    <WorkList
      shape={prospectList}
      query={query}
      noun={["prospect", "prospects"]}
      page={page}
      count={`${counts.pending.toLocaleString("en")} waiting for a decision, ${counts.overdue > 1000 ? "more than 1,000" : counts.overdue} over the target of ${around.targetDays} days`}
      tabs={<ProspectTabs query={query} counts={counts} />}
      around={around}
      empty={{
        icon: <Inbox />,
        title: "No prospects yet",
        text: "A request that is sent on the public form becomes a prospect here at once.",
        actions: <ButtonLink href="/request">Open the form</ButtonLink>,
      }}
      commands={mayDecide ? [deed("a", "approve"), deed("r", "reject")] : undefined}
    />
  )
}
