import { Building2 } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import type { WorkPage } from "@/lib/platform/lanes"
import { type AccountQuery, accountList } from "@/lib/sales/accounts/views"
import type { Worker } from "@/lib/sales/worker"
import { withMerge } from "./merge/with-merge"
import { AccountEdits } from "./party-edits"

const text = "Qualify a lead, and its company appears here."

/** The list of accounts. */
export function AccountList({
  worker,
  ...list
}: {
  head: ReactNode
  title: string
  query: AccountQuery
  page: WorkPage
  around: CellAround
  worker: Worker
  peek: ReactNode
  /** What is done to many of them at once. */
  bulk: ReactNode
  bulkKeys: readonly { key: string; word: string }[]
}) {
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
