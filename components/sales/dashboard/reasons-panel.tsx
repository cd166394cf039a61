import { BarChart } from "@/components/ui/bar-chart"
import { ChartPanel } from "@/components/ui/chart-panel"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import type { Reason } from "@/lib/sales/dashboard/figures"
import { percent } from "./words"

const nameOf = ({ label, kind }: Reason) => (kind === "Lead" ? label : `${label} (opp.)`)

/** Why leads were disqualified and opportunities lost in the period. */
export function ReasonsPanel({ reasons }: { reasons: readonly Reason[] }) {
  const all = reasons.reduce((sum, { figure }) => sum + figure.n, 0)
  const sorted = [...reasons].sort((one, other) => other.figure.n - one.figure.n)
  return (
    <ChartPanel
      title="Reasons for loss"
      caption="Why leads were disqualified and opportunities lost in the period."
      chart={
        <BarChart
          small
          bars={sorted.map((reason) => ({
            key: reason.key,
            label: nameOf(reason),
            figure: reason.figure,
            note: percent(reason.figure.n, all),
          }))}
        />
      }
      table={
        <DataTable
          label="Reasons for loss"
          heads={["Reason", "Of", "Number", "Share"]}
          rows={sorted.map(({ key, label, kind, figure }) => ({
            key,
            name: label,
            cells: [`${kind === "Lead" ? "Leads" : "Opportunities"}`, <CountLink key="n" figure={figure} />, percent(figure.n, all) ?? "–"],
          }))}
        />
      }
    />
  )
}
