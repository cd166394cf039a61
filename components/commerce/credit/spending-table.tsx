import Link from "next/link"
import { SetSpending } from "@/components/commerce/credit/set-spending"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { amountInColumn, amountText } from "@/lib/commerce/credit/money"
import type { Spending } from "@/lib/commerce/credit/read-spending"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"

const columns: PlainColumn[] = [
  { key: "name", label: "Name" },
  { key: "role", label: "Role", width: 90, hideBelow: "m" },
  { key: "status", label: "Status", width: 110, phone: "end" },
  { key: "order", label: "Per order", width: 150, align: "right", hideBelow: "m" },
  { key: "month", label: "Per month", width: 150, align: "right", hideBelow: "m" },
  { key: "spent", label: "Spent this month", width: 150, align: "right", phone: "second" },
  { key: "commands", label: "Commands", width: 150, align: "right", isCommands: true },
]

type SpendingTableProps = { users: readonly Spending[]; currency: string; reason: string | null }

/** The users of an organization with what they may spend and did. */
export function SpendingTable({ users, currency, reason }: SpendingTableProps) {
  const money = (minor: number | null) => (minor === null ? <span className="text-ink-3">No limit</span> : amountText(minor, currency))
  return (
    <PlainTable
      label="Users and spending limits"
      columns={columns}
      empty={<p className="px-6 pb-3 text-ink-3 max-m:px-4">Nobody orders for this organization.</p>}
      rows={users.map((user) => ({
        id: user.memberId,
        cells: {
          name: (
            <Link className="grid-link" href={`/commerce/hierarchies/${user.hierarchyId}`} prefetch={false}>
              {user.name}
            </Link>
          ),
          role: memberRoles[user.role],
          status: <Status word={memberStatuses[user.status]} />,
          order: money(user.limits.perOrder),
          month: money(user.limits.perMonth),
          spent: (
            <>
              {amountInColumn(user.spent, currency)}
              <span className="m:hidden"> spent this month</span>
            </>
          ),
          commands: <SetSpending user={user} currency={currency} reason={reason} />,
        },
      }))}
    />
  )
}
