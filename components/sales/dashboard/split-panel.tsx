import { BarChart } from "@/components/ui/bar-chart"
import { ChartKeys, ChartPanel } from "@/components/ui/chart-panel"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import type { Split } from "@/lib/sales/dashboard/lead-splits"

type SplitPanelProps = { title: string; head: string; splits: readonly Split[] }

const charted = 8

/** What came in by a field of the leads, and what became of it. The chart has the eight with most; the table has all. */
export function SplitPanel({ title, head, splits }: SplitPanelProps) {
  const none = <p className="text-ink-2">Nothing came in in this period.</p>
  return (
    <ChartPanel
      title={title}
      caption={
        <>
          <ChartKeys strong="Qualified" soft="Not qualified or still open" />
          {splits.length > charted && `The ${charted} with most; the table has all.`}
        </>
      }
      chart={
        splits.length === 0 ? (
          none
        ) : (
          <BarChart
            small
            bars={splits
              .slice(0, charted)
              .map(({ key, label, cameIn, qualified }) => ({ key, label, figure: cameIn, strong: qualified.n }))}
          />
        )
      }
      table={
        splits.length === 0 ? (
          none
        ) : (
          <DataTable
            label={title}
            heads={[head, "Came in", "Open", "Qualified", "Disqualified"]}
            rows={splits.map(({ key, label, cameIn, open, qualified, disqualified }) => ({
              key,
              name: label,
              cells: [cameIn, open, qualified, disqualified].map((figure) => <CountLink key={figure.href} figure={figure} />),
            }))}
          />
        )
      }
    />
  )
}
