import { Inbox } from "lucide-react"
import type { ReactNode } from "react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { type ProspectQuery, type ProspectView, prospectList } from "@/lib/commerce/prospects/views"
import { type ActingRole, may } from "@/lib/identity/permissions"
import { listedHref } from "@/lib/platform/list-href"
import { ProspectEdits } from "./prospect-edits"

type ProspectListProps = ListProps<ProspectQuery> & { role: ActingRole }

const empty: Record<ProspectView, { title: string; text: string; actions?: ReactNode }> = {
  all: {
    title: "No prospects yet",
    text: "A request that is sent on the public form becomes a prospect here at once.",
    actions: <ButtonLink href="/request">Open the form</ButtonLink>,
  },
  mine: { title: "No prospects here", text: "You own no prospect. Take one from Unassigned with Assign." },
  unassigned: { title: "No prospects here", text: "Every pending prospect has an owner." },
}

/** The list of prospects. */
export function ProspectList({ role, ...list }: ProspectListProps) {
  const record = listedHref(prospectList, list.query, ":id")
  const deed = (key: string, word: string) => ({ key, word, href: `${record}${record.includes("?") ? "&" : "?"}do=${word}` })
  return (
    <ProspectEdits role={role}>
      <WorkList
        shape={prospectList}
        {...list}
        empty={{ icon: <Inbox />, ...empty[list.query.view] }}
        commands={may(role, "prospect:approve") ? [deed("a", "approve"), deed("r", "reject")] : undefined}
      />
    </ProspectEdits>
  )
}
