import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Moment } from "@/components/ui/time"
import { amountInColumn } from "@/lib/commerce/credit/money"
import type { EntryRow } from "@/lib/commerce/credit/queries"
import { entryKinds } from "@/lib/commerce/credit/rules"

const columns: PlainColumn[] = [
  { key: "kind", label: "What", width: 150 },
  { key: "amount", label: "Amount", width: 150, align: "right", phone: "end" },
  { key: "reference", label: "Reference", phone: "second" },
  { key: "user", label: "User", width: 200, hideBelow: "m" },
  { key: "by", label: "By", width: 200, hideBelow: "l" },
  { key: "at", label: "When", width: 130, phone: "top" },
]

type EntriesTableProps = { rows: readonly EntryRow[]; names: ReadonlyMap<string, string>; currency: string }

/** The newest lines of the ledger. */
export function EntriesTable({ rows, names, currency }: EntriesTableProps) {
  return (
    <PlainTable
      label="Ledger"
      columns={columns}
      empty={<p className="px-6 pb-3 text-ink-3 max-m:px-4">The ledger is empty.</p>}
      rows={rows.map(({ id, kind, amount, reference, note, memberId, byName, at }) => ({
        id,
        cells: {
          kind: entryKinds[kind],
          amount: amountInColumn(amount, currency),
          reference: [reference, note].filter(Boolean).join(", "),
          user: memberId && (names.get(memberId) ?? "A former user"),
          by: byName,
          at: <Moment at={at} />,
        },
      }))}
    />
  )
}
