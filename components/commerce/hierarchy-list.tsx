import { Network } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { type HierarchyQuery, hierarchyList } from "@/lib/commerce/hierarchies/views"
import type { WorkPage } from "@/lib/platform/lanes"

type HierarchyListProps = {
  head: ReactNode
  title: string
  query: HierarchyQuery
  page: WorkPage
  around: CellAround
  peek: ReactNode
  bulk?: ReactNode
  bulkKeys?: readonly { key: string; word: string }[]
}

/** The list of customer hierarchies. */
export function HierarchyList(list: HierarchyListProps) {
  return (
    <WorkList
      shape={hierarchyList}
      {...list}
      empty={{
        icon: <Network />,
        title: "No customer hierarchies yet",
        text: "Approving a prospect creates one, with the requestor as its Admin. New hierarchy makes one of customers that exist.",
        actions: <ButtonLink href="/commerce/prospects?status=pending">Show pending prospects</ButtonLink>,
      }}
    />
  )
}
