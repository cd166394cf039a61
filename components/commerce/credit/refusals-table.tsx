import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Moment } from "@/components/ui/time"
import { amountInColumn } from "@/lib/commerce/credit/money"
import type { RefusalRow } from "@/lib/commerce/credit/queries"

const columns: PlainColumn[] = [
  { key: "reference", label: "Order" },
  { key: "why", label: "Why", width: 300, phone: "second" },
  { key: "user", label: "User", width: 200, hideBelow: "m" },
  { key: "amount", label: "Amount", width: 140, align: "right", phone: "end" },
  { key: "by", label: "By", width: 180, hideBelow: "l" },
  { key: "at", label: "When", width: 130, phone: "top" },
]

/** The newest orders that got no credit. */
export function RefusalsTable({ rows, names }: { rows: readonly RefusalRow[]; names: ReadonlyMap<string, string> }) {
  return (
    <PlainTable
      label="Refused"
      columns={columns}
      empty={<p className="px-6 pb-3 text-ink-3 max-m:px-4">No order was refused.</p>}
      rows={rows.map(({ id, reference, why, memberId, amount, currency, byName, at }) => ({
        id,
        cells: {
          reference,
          why: <span title={why}>{why}</span>,
          user: names.get(memberId) ?? "A former user",
          amount: amountInColumn(amount, currency),
          by: byName,
          at: <Moment at={at} />,
        },
      }))}
    />
  )
}
