import { ChartPanel } from "@/components/ui/chart-panel"
import { DataTable } from "@/components/ui/data-table"
import { RangeChart } from "@/components/ui/range-chart"
import type { StageTimes } from "@/lib/sales/dashboard/figures"
import { spanText } from "./words"

const days = (hours: number) => hours / 24

/** How long opportunities stayed in each stage that they left in the period. */
export function StageTimesPanel({ stages }: { stages: readonly StageTimes[] }) {
  const none = <p className="text-ink-2">No opportunity left a stage in this period.</p>
  return (
    <ChartPanel
      title="Time in stage"
      caption="Everybody’s, about. Dot: median. Bar: middle half. Line: up to the slowest tenth."
      chart={
        stages.length === 0 ? (
          none
        ) : (
          <RangeChart
            unit="d"
            ranges={stages.map(({ stage, quarter, median, threeQuarters, slow }) => ({
              key: stage,
              label: stage,
              quarter: days(quarter),
              median: days(median),
              threeQuarters: days(threeQuarters),
              slow: days(slow),
            }))}
          />
        )
      }
      table={
        stages.length === 0 ? (
          none
        ) : (
          <DataTable
            label="Time in stage"
            isPlain
            heads={["Stage", "25 % within", "Median", "75 %", "90 %"]}
            rows={stages.map(({ stage, quarter, median, threeQuarters, slow }) => ({
              key: stage,
              name: stage,
              cells: [quarter, median, threeQuarters, slow].map(spanText),
            }))}
          />
        )
      }
    />
  )
}
