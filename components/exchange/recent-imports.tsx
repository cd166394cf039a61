import { FileSpreadsheet } from "lucide-react"
import Link from "next/link"
import { PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Moment } from "@/components/ui/time"
import { importStates, type LeadImportState } from "@/lib/exchange/import/rules"

type Recent = {
  id: string
  fileName: string
  state: LeadImportState
  rowCount: number
  created: number
  updated: number
  skipped: number
  personName: string
  createdAt: Date
}

const number = (count: number) => (count > 0 ? count.toLocaleString("en") : "–")

/** The latest imports, each a link to where it stands. */
export function RecentImports({ imports }: { imports: readonly Recent[] }) {
  return (
    <section aria-labelledby="recent-imports">
      <h2 id="recent-imports" className="px-6 pb-2.5 text-14 font-semi max-m:px-4">
        Recent imports
      </h2>
      <PlainTable
        label="Recent imports"
        columns={[
          { key: "file", label: "File" },
          { key: "state", label: "State", width: 190, phone: "end" },
          { key: "created", label: "Created", width: 90, align: "right", hideBelow: "m" },
          { key: "updated", label: "Updated", width: 90, align: "right", hideBelow: "m" },
          { key: "skipped", label: "Skipped", width: 90, align: "right", hideBelow: "m" },
          { key: "person", label: "By", width: 170, phone: "second" },
          { key: "at", label: "When", width: 130, align: "right", phone: "top" },
        ]}
        empty={
          <Empty
            icon={<FileSpreadsheet />}
            title="No imports yet"
            text="A file that you upload is listed here, with what became of its rows."
          />
        }
        rows={imports.map((run) => ({
          id: run.id,
          cells: {
            file: (
              <Link href={`/sales/leads/import/${run.id}`} prefetch={false} className="link">
                {run.fileName}
              </Link>
            ),
            state: importStates[run.state].word,
            created: number(run.created),
            updated: number(run.updated),
            skipped: number(run.skipped),
            person: run.personName,
            at: <Moment at={run.createdAt} />,
          },
        }))}
      />
    </section>
  )
}
