import { ChartColumn, Table2 } from "lucide-react"
import { type ReactNode, useId } from "react"
import { Segmented } from "@/components/ui/segmented"

type ChartPanelProps = {
  title: string
  /** Says what the chart and the table show; above both. */
  caption: ReactNode
  chart: ReactNode
  table: ReactNode
  first?: "chart" | "table"
}

/** A part of a dashboard: a chart and the table behind it. Two radios say which is seen, so the switch works by keyboard and without JavaScript. */
export function ChartPanel({ title, caption, chart, table, first = "chart" }: ChartPanelProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          <div className="text-12 text-ink-2">{caption}</div>
        </div>
        <Segmented
          legend={`Show ${title} as`}
          hideLegend
          name={`${id}-as`}
          defaultValue={first}
          choices={[
            { value: "chart", label: "Chart", icon: <ChartColumn size={14} aria-hidden="true" /> },
            { value: "table", label: "Table", icon: <Table2 size={14} aria-hidden="true" /> },
          ]}
        />
      </div>
      <div className="panel-chart">{chart}</div>
      <div className="panel-table">{table}</div>
    </section>
  )
}

/** The two tones of a chart, told in words; in place of a caption. */
export function ChartKeys({ strong, soft }: { strong: string; soft: string }) {
  return (
    <span className="panel-keys">
      <span>{strong}</span>
      <span>{soft}</span>
    </span>
  )
}
