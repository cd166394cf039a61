import { Building2 } from "lucide-react"
import { type ListProps, WorkList } from "@/components/shell/work-list"
import { type CustomerQuery, customerList } from "@/lib/commerce/customers/views"
import type { ActingRole } from "@/lib/identity/permissions"
import { CustomerEdits } from "./customer-edits"

/** `worker`: the role of whoever edits in the cells. */
type CustomerListProps = ListProps<CustomerQuery> & { worker: ActingRole }

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
