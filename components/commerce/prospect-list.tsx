import { Inbox } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import type { WorkPage } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-query"

type ProspectListProps = {
  head: ReactNode
  title: string
  query: ProspectQuery
  page: WorkPage
  /** Whether A and R decide on a row. */
  mayDecide: boolean
  around: CellAround
}

/** The list of prospects. */
export function ProspectList({ mayDecide, ...list }: ProspectListProps) {
  const record = listedHref(prospectList, list.query, ":id")
  const deed = (key: string, word: string) => ({ key, word, href: `${record}${record.includes("?") ? "&" : "?"}do=${word}` })
  return (
    <WorkList
      shape={prospectList}
      {...list}
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
