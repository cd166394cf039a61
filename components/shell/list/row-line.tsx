import { memo, type ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import type { ListRow } from "@/lib/platform/list-source"
import { type CellAround, cellText, drawCell } from "./cell"
import type { ListColumn } from "./list-columns"

export const columnClass = (column: ListColumn, isFirst: boolean) =>
  cn(
    isFirst && "g-first",
    (column.kind === "age" || column.kind === "money" || column.kind === "percent" || column.kind === "score") && "g-right",
    column.isQuiet && "g-quiet",
    column.hideBelow && "g-wide",
    column.phone && `g-${column.phone}`,
  ) || undefined

type RowLineProps = {
  row: ListRow
  /** Its place in the whole list, where somebody counted. */
  place: number | null
  columns: readonly ListColumn[]
  classes: readonly (string | undefined)[]
  around: CellAround
  href: string
  hasBox: boolean
  isTicked: boolean
  isCurrent: boolean
  /** The fields of it that can be edited in place. */
  editable: (row: ListRow, name: string) => boolean
  /** The column at which the keyboard is, where it walks cells. */
  cellAt: number | null
  /** What stands in a cell, or at it, while it is edited. */
  editor: { name: string; isInPlace: boolean; node: ReactNode } | null
}

/** A row of a list. */
export const RowLine = memo(function RowLine({
  row,
  place,
  columns,
  classes,
  around,
  href,
  hasBox,
  isTicked,
  isCurrent,
  ...edits
}: RowLineProps) {
  const { editable, cellAt, editor } = edits
  const [first, ...others] = columns
  const name = first ? cellText(first, row.cells[0] ?? null) : ""
  return (
    <tr data-id={row.id} aria-rowindex={place ? place + 1 : undefined} data-current={isCurrent || undefined}>
      {hasBox && (
        <td className="g-check">
          <input type="checkbox" className="check" aria-label={`Select ${name}`} checked={isTicked} readOnly />
        </td>
      )}
      <td className={cn("g-name", classes[0])}>
        <a className="grid-link" href={href}>
          {name}
        </a>
      </td>
      {others.map((column, at) => {
        const { name } = column
        const isEdited = editor?.name === name
        return (
          <td
            key={name}
            className={editable(row, name) ? cn(classes[at + 1], "g-edit") : classes[at + 1]}
            data-label={column.kind === "percent" ? column.label : undefined}
            data-field={cellAt === at + 1 || isEdited ? name : undefined}
            tabIndex={cellAt === at + 1 ? -1 : undefined}
          >
            {isEdited && editor.isInPlace ? null : drawCell(column, row.cells[at + 1] ?? null, around)}
            {isEdited && editor.node}
          </td>
        )
      })}
    </tr>
  )
})
