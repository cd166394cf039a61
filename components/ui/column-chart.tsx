import { axis } from "@/components/ui/axis"
import { CountLink } from "@/components/ui/count-link"

export type Column = {
  key: string
  /** Under the column. */
  name: string
  /** What a reader of the screen is told of it, before its number. */
  label: string
  figure: { n: number; href: string }
  /** The part of it in the strong tone, at the foot. */
  strong: number
}

const namesAtMost = 6
const numbersAtMost = 13

/** Standing columns of two tones over time. Numbers stand on the columns, or on the highest alone where there are many. */
export function ColumnChart({ columns }: { columns: readonly Column[] }) {
  const most = Math.max(...columns.map(({ figure }) => figure.n))
  const lines = axis(most)
  const top = lines.at(-1) || 1
  const every = Math.ceil(columns.length / namesAtMost)
  const highest = columns.findIndex(({ figure }) => figure.n === most)
  return (
    <div className="columns-chart">
      <div className="columns-scale" aria-hidden="true">
        {lines.map((line) => (
          <span key={line} style={{ "--at": `${(line / top) * 100}%` }} data-value={line.toLocaleString("en")} />
        ))}
      </div>
      <ol>
        {columns.map(({ key, name, label, figure, strong }, at) => (
          <li key={key}>
            {figure.n > 0 && (columns.length <= numbersAtMost || at === highest) ? (
              <CountLink figure={figure} label={label} className="count column-value" />
            ) : (
              <span className="sr-only">{`${label}: ${figure.n}`}</span>
            )}
            {figure.n > 0 && (
              <span className="column" style={{ "--share": `${(figure.n / top) * 100}%` }} aria-hidden="true">
                {strong < figure.n && <span />}
                {strong > 0 && (
                  <span
                    style={{ "--part": `${(strong / figure.n) * 100}%`, ...(strong < figure.n ? {} : { background: "var(--chart-1)" }) }}
                  />
                )}
              </span>
            )}
            {at % every === 0 && (
              <span className="column-name" aria-hidden="true">
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
