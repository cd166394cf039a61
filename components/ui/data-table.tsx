import type { ReactNode } from "react"

type DataTableProps = {
  /** The table's accessible name. */
  label: string
  /** Heads, the first one of the rows' names. */
  heads: readonly string[]
  /** Without a link in any row: then the part that scrolls takes the focus itself. */
  isPlain?: boolean
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[]
}

/** More rows than these scroll. */
const shown = 10

/** Numbers behind a chart: a name in front of each row, and numbers at the right. */
export function DataTable({ label, heads, isPlain, rows }: DataTableProps) {
  const table = (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (rows.length <= shown && !isPlain) return <div className="data-scroll">{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keyboard
    <section className="data-scroll" tabIndex={0} aria-label={`${label}, all rows`}>
      {table}
    </section>
  )
}
