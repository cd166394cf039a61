import { Building2 } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { type AccountQuery, accountList } from "@/lib/sales/accounts/views"
import type { Worker } from "@/lib/sales/worker"
import { withMerge } from "./merge/with-merge"
import { AccountEdits } from "./party-edits"

const text = "Qualify a lead, and its company appears here."

/** The list of accounts. */
export function AccountList({ worker, ...list }: ListProps<AccountQuery> & { worker: Worker }) {
  return (
    <AccountEdits worker={worker}>
      <WorkList
        {...list}
        bulk={withMerge("account", list.bulk)}
        shape={accountList}
        empty={{ icon: <Building2 />, title: "No accounts yet", text }}
      />
    </AccountEdits>
  )
}
