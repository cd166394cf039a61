import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type PortalColumn = { key: string; label: string; isAmount?: boolean }

type PortalTableProps = {
  label: string
  columns: readonly PortalColumn[]
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>> }[]
}

/** A table of the partner's pages; where it is narrow each row is a block, its first cell above the others and each amount with its name. */
export function PortalTable({ label, columns, rows }: PortalTableProps) {
  const side = (column: PortalColumn) => column.isAmount && "text-right tabular-nums whitespace-nowrap"
  return (
    <table aria-label={label} className="w-full border-collapse text-14 max-m:block">
      <thead className="border-b border-line-2 text-left text-13 text-ink-3 max-m:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cn("pr-4 pb-2.5 font-medium last:pr-0", side(column))}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-m:block max-m:border-t max-m:border-line-2">
        {rows.map(({ id, cells }) => (
          <tr key={id} className="border-b border-line max-m:flex max-m:flex-wrap max-m:gap-x-4 max-m:py-2.5">
            {columns.map((column, place) => (
              <td
                key={column.key}
                data-label={column.label}
                className={cn(
                  "py-2.5 pr-4 align-top last:pr-0 max-m:p-0",
                  side(column),
                  column.isAmount &&
                    "max-m:flex max-m:w-full max-m:justify-between max-m:before:text-ink-3 max-m:before:content-[attr(data-label)]",
                  place === 0 && "wrap-anywhere max-m:w-full max-m:font-semi",
                  place > 0 && "text-ink-2",
                )}
              >
                {cells[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
