import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import type { AuthorizationRow } from "@/lib/commerce/credit/list-authorizations"
import { amountInColumn } from "@/lib/commerce/credit/money"
import { authorizationWords } from "@/lib/commerce/credit/rules"

const columns: PlainColumn[] = [
  { key: "reference", label: "Order" },
  { key: "status", label: "Status", width: 130, phone: "end" },
  { key: "user", label: "User", width: 200, phone: "second" },
  { key: "amount", label: "Amount", width: 140, align: "right", phone: "top" },
  { key: "held", label: "Promised", width: 140, align: "right", hideBelow: "m" },
  { key: "at", label: "Authorized", width: 130, hideBelow: "m" },
  { key: "expires", label: "Expires", width: 130, hideBelow: "l" },
]

type AuthorizationsTableProps = { rows: readonly AuthorizationRow[]; names: ReadonlyMap<string, string>; currency: string }

/** What was promised to orders, newest first. */
export function AuthorizationsTable({ rows, names, currency }: AuthorizationsTableProps) {
  return (
    <PlainTable
      label="Authorizations"
      columns={columns}
      empty={<p className="px-6 pb-3 text-ink-3 max-m:px-4">No shop has asked yet.</p>}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          reference: (
            <>
              {row.reference} {row.isOver && <Tag tone="wait">Over the limit</Tag>}
            </>
          ),
          status: <Status word={authorizationWords[row.status]} />,
          user: names.get(row.memberId) ?? "A former user",
          amount: amountInColumn(row.amount, currency),
          held: amountInColumn(row.held, currency),
          at: <Moment at={row.createdAt} />,
          expires: <Moment at={row.expiresAt} />,
        },
      }))}
    />
  )
}
