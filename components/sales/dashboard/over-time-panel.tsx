import { ChartKeys, ChartPanel } from "@/components/ui/chart-panel"
import { ColumnChart } from "@/components/ui/column-chart"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import type { OverTime } from "@/lib/sales/dashboard/figures"
import { longDay, shortDay, shortMonth } from "./words"

type OverTimePanelProps = { title: string; by: "week" | "month"; stretches: readonly OverTime[] }

/** What came in by week or by month, and how much of it is won so far. */
export function OverTimePanel({ title, by, stretches }: OverTimePanelProps) {
  const nameOf = ({ from }: OverTime) => (by === "week" ? shortDay(from) : shortMonth(from))
  const longName = ({ from }: OverTime) => (by === "week" ? `Week of ${longDay(from)}` : shortMonth(from))
  return (
    <ChartPanel
      title={title}
      caption={<ChartKeys strong="Won so far" soft="Not won or still open" />}
      chart={
        <ColumnChart
          columns={stretches.map((stretch) => ({
            key: stretch.from,
            name: by === "week" ? nameOf(stretch) : nameOf(stretch).slice(0, 3),
            label: longName(stretch),
            figure: stretch.cameIn,
            strong: Math.min(stretch.won.n, stretch.cameIn.n),
          }))}
        />
      }
      table={
        <DataTable
          label={title}
          heads={[by === "week" ? "Week of" : "Month", "Came in", "Won so far"]}
          rows={[...stretches].reverse().map((stretch) => ({
            key: stretch.from,
            name: nameOf(stretch),
            cells: [<CountLink key="in" figure={stretch.cameIn} />, <CountLink key="won" figure={stretch.won} />],
          }))}
        />
      }
    />
  )
}
