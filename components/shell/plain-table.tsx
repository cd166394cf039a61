import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type PlainColumn = {
  key: string
  label: string
  /** Pixels; a column without one shares what the others leave. */
  width?: number
  align?: "right"
  quiet?: boolean
  hideBelow?: "m"
  /** Its place in a phone's two-line row. */
  phone?: "top" | "second" | "end"
  /** A column of buttons: its head is read but not shown. */
  isCommands?: boolean
}

export type PlainRow = { id: string; cells: Record<string, ReactNode> }

type PlainTableProps = { label: string; columns: readonly PlainColumn[]; rows: readonly PlainRow[]; loose?: boolean; empty?: ReactNode }

/** A table whose rows have no page of their own; links and commands stand in its cells. Looks as the grid does. */
export function PlainTable({ label, columns, rows, loose, empty }: PlainTableProps) {
  if (rows.length === 0 && empty) return empty
  const classes = columns.map((column, place) =>
    cn(
      place === 0 && "g-first g-name",
      column.align && "g-right",
      column.quiet && "g-quiet",
      column.hideBelow && "g-wide",
      column.phone && `g-${column.phone}`,
      column.isCommands && "overflow-visible! pr-5!",
    ),
  )
  return (
    <table className="grid-table [&_tbody_tr]:cursor-auto" aria-label={label} data-loose={loose || undefined}>
      <colgroup>
        {columns.map(({ key, width, hideBelow }) => (
          <col key={key} className={hideBelow && "g-wide"} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, label: head, isCommands }, place) => (
            <th key={key} scope="col" className={classes[place] || undefined}>
              {isCommands ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {columns.map(({ key }, place) => (
              <td key={key} className={classes[place] || undefined}>
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
