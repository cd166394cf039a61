import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type PlainColumn = {
  key: string
  label: string
  /** Pixels; a column without one shares what the others leave. */
  width?: number
  align?: "right"
  /** Record numbers and the like, in the third ink. */
  quiet?: boolean
  /** "m": not shown at 1180 px and less; "l": not at 1340 px and less. */
  hideBelow?: "m" | "l"
  /** Its place in a phone's two-line row: top right, second line, end of the second line. Without one it is not shown there. */
  phone?: "top" | "second" | "end"
  /** Its head is read but not shown. */
  hideHead?: boolean
  /** A column of buttons; on a phone they stand in a line of their own below the row. */
  isCommands?: boolean
}

export type PlainRow = { id: string; cells: Record<string, ReactNode> }

type PlainTableProps = { label: string; columns: readonly PlainColumn[]; rows: readonly PlainRow[]; loose?: boolean; empty?: ReactNode }

const hidden = ({ hideBelow }: Pick<PlainColumn, "hideBelow">) => hideBelow && (hideBelow === "l" ? "g-wide g-wider" : "g-wide")

/** A table whose rows have no page of their own; links and commands stand in its cells. Looks as the grid does. */
export function PlainTable({ label, columns, rows, loose, empty }: PlainTableProps) {
  if (rows.length === 0 && empty) return empty
  const classes = columns.map((column, place) =>
    cn(
      place === 0 && "g-first max-m:pl-0!",
      column.align && "g-right",
      column.quiet && "g-quiet",
      hidden(column),
      column.phone && `g-${column.phone}`,
      column.phone === "second" && "max-m:text-left!",
      column.isCommands && "overflow-visible!",
      column.isCommands &&
        !column.phone &&
        "max-m:col-[2/4]! max-m:row-3! max-m:block! max-m:pt-2! max-m:text-left! max-m:empty:hidden! max-m:has-[>:only-child:empty]:hidden!",
      place === columns.length - 1 && "pr-5! max-m:pr-0!",
    ),
  )
  return (
    <table
      className={cn(
        "grid-table [&_tbody_tr]:cursor-auto max-m:[&_td_.link]:py-1",
        loose && "max-m:[&_tbody_tr]:grid-rows-[auto_auto]! max-m:[&_tbody_tr]:gap-y-1",
      )}
      aria-label={label}
      data-loose={loose || undefined}
    >
      <colgroup>
        {columns.map(({ key, width, hideBelow }) => (
          <col key={key} className={hidden({ hideBelow })} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, label: head, isCommands, hideHead }, place) => (
            <th key={key} scope="col" className={classes[place] || undefined}>
              {isCommands || hideHead ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {columns.map(({ key }, place) => (
              <td key={key} className={cn(classes[place], place === 0 && "g-name") || undefined}>
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
