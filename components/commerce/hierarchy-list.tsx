import { Network } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { ButtonLink } from "@/components/ui/button-link"
import { type HierarchyQuery, hierarchyList } from "@/lib/commerce/hierarchies/views"

/** The list of customer hierarchies. */
export function HierarchyList(list: ListProps<HierarchyQuery>) {
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
