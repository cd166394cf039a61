import { ArrowLeftRight } from "lucide-react"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { Empty } from "@/components/ui/empty"
import { Moment } from "@/components/ui/time"
import { capital } from "@/lib/platform/first-letter"
import type { DualWriteListRow } from "@/lib/sync/queries"

const columns: PlainColumn[] = [
  { key: "source", label: "From" },
  { key: "deed", label: "What it did", width: 130, phone: "top" },
  { key: "target", label: "To", width: 280, phone: "second" },
  { key: "map", label: "Map", width: 280, hideBelow: "m" },
  { key: "at", label: "When", width: 130, align: "right", phone: "end" },
]

const deeds: Record<string, string> = {
  create: "Created",
  link: "Linked",
  update: "Updated",
  activate: "Made Active",
  archive: "Archived",
  approve: "Approved",
  reject: "Rejected",
  reopen: "Reopened",
  undo: "Took back",
}

/** What dual-write wrote from one store to the other, with links to both ends. */
export function DualWritesTable({ rows }: { rows: readonly DualWriteListRow[] }) {
  return (
    <PlainTable
      label="What dual-write wrote"
      columns={columns}
      empty={
        <Empty
          icon={<ArrowLeftRight />}
          title="Nothing was written yet"
          text="As soon as a map runs, what it writes from one store to the other is listed here."
        />
      }
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          source: (
            <RecordLink kind={row.sourceKind} id={row.sourceId}>
              {row.sourceLabel}
            </RecordLink>
          ),
          deed: deeds[row.operation] ?? row.operation,
          target: (
            <>
              <span className="text-ink-3">{capital(row.targetKind)}</span>{" "}
              <RecordLink kind={row.targetKind} id={row.targetId}>
                {row.targetLabel}
              </RecordLink>
            </>
          ),
          map: row.mapName,
          at: <Moment at={row.at} />,
        },
      }))}
    />
  )
}
