import { Layers } from "lucide-react"
import Link from "next/link"
import { PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { countedRecords } from "@/lib/bulk/kinds"
import type { RunView } from "@/lib/bulk/queries"
import { bulkRunStates } from "@/lib/bulk/rules"

const number = (count: number) => (count > 0 ? count.toLocaleString("en") : "–")

/** The latest runs, each a link to where it stands. */
export function RunList({ runs }: { runs: readonly RunView[] }) {
  return (
    <PlainTable
      label="Runs"
      columns={[
        { key: "run", label: "Run" },
        { key: "state", label: "State", width: 130, phone: "end" },
        { key: "source", label: "Chosen in", width: 220, hideBelow: "l" },
        { key: "records", label: "Records", width: 130, align: "right", hideBelow: "m" },
        { key: "done", label: "Done", width: 90, align: "right", hideBelow: "m" },
        { key: "left", label: "Not done", width: 90, align: "right", hideBelow: "m" },
        { key: "person", label: "By", width: 150, phone: "second" },
        { key: "at", label: "When", width: 130, align: "right", phone: "top" },
      ]}
      empty={
        <Empty
          icon={<Layers />}
          title="No runs yet"
          text="Tick records in a list, or select all that match, and choose what is done to them. Each run is listed here with its report."
        />
      }
      rows={runs.map((run) => ({
        id: run.id,
        cells: {
          run: (
            <Link href={`/sales/runs/${run.id}`} prefetch={false} className="link">
              {run.title}
            </Link>
          ),
          state: <Status word={bulkRunStates[run.state].word} />,
          source: <span title={run.source}>{run.source}</span>,
          records: countedRecords(run.list, run.total),
          done: number(run.done),
          left: number(run.skipped + run.failed),
          person: run.personName,
          at: <Moment at={run.createdAt} />,
        },
      }))}
    />
  )
}
