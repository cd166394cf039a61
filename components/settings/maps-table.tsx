import { MapArrow } from "@/components/settings/map-arrow"
import { MapCommand } from "@/components/settings/map-command"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { MapView } from "@/lib/sync/queries"

const columns: PlainColumn[] = [
  { key: "from", label: "From", width: 190 },
  { key: "arrow", label: "Direction", width: 130, hideHead: true },
  { key: "to", label: "To", phone: "second" },
  { key: "status", label: "Status", width: 230, phone: "end" },
  { key: "commands", label: "Commands", width: 150, align: "right", isCommands: true, phone: "top" },
]

/** The four table maps: what each writes, how it stands, and the command that turns it. */
export function MapsTable({ maps, refusedByRole }: { maps: readonly MapView[]; refusedByRole: string | null }) {
  return (
    <PlainTable
      label="Table maps"
      loose
      columns={columns}
      rows={maps.map(({ key, name, from, to, state, word, changedAt, changedBy }) => ({
        id: key,
        cells: {
          from: <TwoLines first={from} second={key === "prospects_leads" ? "Commerce" : "Sales"} />,
          arrow: <MapArrow both={name.includes("↔")} isRunning={state === "running"} />,
          to: <TwoLines first={to} second={key === "prospects_leads" ? "Sales" : "Commerce"} />,
          status: (
            <>
              <Status word={word} />
              <span className="block text-12 text-ink-3">
                {changedBy ? `By ${changedBy}, ` : "Since "}
                <Moment at={changedAt} />
              </span>
            </>
          ),
          commands: <MapCommand map={key} name={name} isRunning={state === "running"} reason={refusedByRole} />,
        },
      }))}
    />
  )
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <span className="block font-semi text-ink">{first}</span>
      <span className="block font-regular text-12 text-ink-3">{second}</span>
    </>
  )
}
