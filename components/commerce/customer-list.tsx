import { Building2 } from "lucide-react"
import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import { WorkList } from "@/components/shell/work-list"
import { type CustomerQuery, customerList } from "@/lib/commerce/customers/views"
import type { ActingRole } from "@/lib/identity/permissions"
import type { WorkPage } from "@/lib/platform/lanes"
import { CustomerEdits } from "./customer-edits"

type CustomerListProps = {
  head: ReactNode
  title: string
  query: CustomerQuery
  page: WorkPage
  around: CellAround
  peek: ReactNode
  bulk?: ReactNode
  bulkKeys?: readonly { key: string; word: string }[]
  /** The role of whoever edits in the cells. */
  worker: ActingRole
}

/** The list of customers, of both types. */
export function CustomerList({ worker, ...list }: CustomerListProps) {
  return (
    <CustomerEdits staffRole={worker}>
      <WorkList
        shape={customerList}
        {...list}
        empty={{
          icon: <Building2 />,
          title: "No customers yet",
          text: "Qualifying a lead or approving a prospect creates the first two. New customer makes one by hand.",
        }}
      />
    </CustomerEdits>
  )
}
