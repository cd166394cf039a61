import { History } from "lucide-react"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { stateWord } from "@/components/shell/state-word"
import { Empty } from "@/components/ui/empty"
import { Moment } from "@/components/ui/time"
import { isMoveName, moveWords } from "@/lib/platform/move-words"
import type { AuditRow } from "@/lib/settings/queries"

const columns: PlainColumn[] = [
  { key: "move", label: "Who did what" },
  { key: "record", label: "Record", width: 200, phone: "second" },
  { key: "change", label: "From → to", width: 240, hideBelow: "m" },
  { key: "reason", label: "Why", width: 230, hideBelow: "m" },
  { key: "at", label: "When", width: 120, align: "right", phone: "top" },
]

/** Every move, newest first: who, what, on which record, from where to where, and why. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <PlainTable
      label="Audit"
      columns={columns}
      empty={<Empty icon={<History />} title="No moves match" text="Nothing holds what you searched for in record, person or move." />}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          move: (
            <span title={row.actorRole}>
              {row.actorName} <span className="font-regular text-ink-2">{isMoveName(row.move) ? moveWords[row.move] : row.move}</span>
            </span>
          ),
          record: (
            <RecordLink kind={row.recordKind} id={row.recordId}>
              {row.recordLabel}
            </RecordLink>
          ),
          change: [row.from, row.to]
            .filter((state) => state !== null)
            .map(stateWord)
            .join(" → "),
          reason: row.reason && <span title={row.reason}>{row.reason}</span>,
          at: <Moment at={row.at} />,
        },
      }))}
    />
  )
}
