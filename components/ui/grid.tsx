import { ChevronDown, ChevronUp } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type GridColumn = {
  key: string
  label: string
  /** Pixels; a column without one shares what the others leave. */
  width?: number
  align?: "right"
  /** Record numbers and the like, in the third ink. */
  quiet?: boolean
  /** "m": not shown at 1180 px and less. */
  hideBelow?: "m"
  /** Its place in a phone's two-line row: top right, second line, end of the second line. Without one it is not shown there. */
  phone?: "top" | "second" | "end"
  /** Makes the head a link to the same view in another order. */
  sort?: { href: string; direction?: "ascending" | "descending" }
}

export type GridRow = {
  id: string
  href: string
  /** Names the row's tick box: "Select {name}". */
  name: string
  /** By the column's key. The first column's cell becomes the link to the record. */
  cells: Record<string, ReactNode>
}

type GridProps = {
  /** What the table lists; its accessible name. */
  label: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  /** Tick boxes. Put the grid inside GridKeys for them to count. */
  selectable?: boolean
  /** Rows of 60 px for two lines of text. */
  loose?: boolean
  /** What stands there when there are no rows. */
  empty?: ReactNode
}

/**
 * A table of records. The first column's cell is the real link; inside GridKeys the whole row is clickable.
 * Cells are few elements on purpose: plain anchors, which GridKeys follows without a page load.
 */
export function Grid({ label, columns, rows, selectable, loose, empty }: GridProps) {
  if (rows.length === 0 && empty) return <div className="grid-scroll">{empty}</div>
  const classes = columns.map((column, place) => cellClass(column, place === 0 && !selectable))
  return (
    <div className="grid-scroll">
      <table className="grid-table" aria-label={label} data-loose={loose || undefined}>
        <colgroup>
          {selectable && <col style={{ width: 46 }} />}
          {columns.map((column) => (
            <col key={column.key} className={column.hideBelow && "g-wide"} style={column.width ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selectable && (
              <th className="g-check" scope="col">
                <input type="checkbox" className="check" aria-label="Select all" data-all="" />
              </th>
            )}
            {columns.map((column, place) => (
              <Head key={column.key} column={column} first={place === 0 && !selectable} />
            ))}
          </tr>
        </thead>
        <tbody id="rows" tabIndex={-1} className="outline-none">
          {rows.map((row) => (
            <tr key={row.id} data-id={row.id}>
              {selectable && (
                <td className="g-check">
                  <input type="checkbox" className="check" aria-label={`Select ${row.name}`} value={row.id} autoComplete="off" />
                </td>
              )}
              {columns.map((column, place) =>
                place === 0 ? (
                  <td key={column.key} className={cn("g-name", classes[place])}>
                    <a className="grid-link" href={row.href}>
                      {row.cells[column.key]}
                    </a>
                  </td>
                ) : (
                  <td key={column.key} className={classes[place] || undefined}>
                    {row.cells[column.key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = (column: GridColumn, first: boolean) =>
  cn(
    first && "g-first",
    column.align && "g-right",
    column.quiet && "g-quiet",
    column.hideBelow && "g-wide",
    column.phone && `g-${column.phone}`,
  )

function Head({ column, first }: { column: GridColumn; first: boolean }) {
  const { sort } = column
  const Arrow = sort?.direction === "ascending" ? ChevronUp : ChevronDown
  return (
    <th scope="col" aria-sort={sort?.direction} className={cellClass(column, first) || undefined}>
      {sort ? (
        <Link href={sort.href} prefetch={false} replace scroll={false}>
          {sort.direction && <Arrow aria-hidden="true" />}
          {column.label}
        </Link>
      ) : (
        column.label
      )}
    </th>
  )
}
