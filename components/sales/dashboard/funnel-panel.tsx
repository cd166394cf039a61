import { BarChart } from "@/components/ui/bar-chart"
import { ChartPanel } from "@/components/ui/chart-panel"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import type { FunnelStep } from "@/lib/sales/dashboard/figures"
import { percent } from "./words"

/** How far the leads of the period came, from the request to the partner. */
export function FunnelPanel({ steps }: { steps: readonly FunnelStep[] }) {
  const [first] = steps
  const before = (at: number) => steps[at - 1]?.figure.n ?? 0
  return (
    <ChartPanel
      title="Funnel"
      caption="How far it came of what came in. Right: share of the step before."
      chart={
        <BarChart
          bars={steps.map(({ key, label, figure }, at) => ({
            key,
            label,
            figure,
            of: at > 0 ? before(at) : figure.n,
            note: at > 0 ? percent(figure.n, before(at)) : undefined,
          }))}
        />
      }
      table={
        <DataTable
          label="Funnel"
          heads={["Step", "Number", "Of the step before", "Of all"]}
          rows={steps.map(({ key, label, figure }, at) => ({
            key,
            name: label,
            cells: [
              <CountLink key="n" figure={figure} />,
              (at > 0 && percent(figure.n, before(at))) || "–",
              percent(figure.n, first?.figure.n ?? 0) ?? "–",
            ],
          }))}
        />
      }
    />
  )
}
