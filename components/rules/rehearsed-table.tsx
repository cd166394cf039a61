import type { ReactNode } from "react"
import { RecordLink } from "@/components/shell/record-link"

type RehearsedTableProps = {
  label: string
  /** What its rows are, where these are not leads. */
  kind?: string
  heads: readonly string[]
  /** `key`: where one lead stands in several rows. */
  rows: readonly { id: string; key?: string; label: string; cells: readonly ReactNode[] }[]
  /** How many there are where only some are listed. */
  total: number
}

/** Records of a rehearsal, each a link to its record, beside what would have been and what is. */
export function RehearsedTable({ label, kind = "lead", heads, rows, total }: RehearsedTableProps) {
  if (rows.length === 0) return null
  return (
    <div className="mt-4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard */}
      <section className="max-h-[420px] overflow-auto rounded-2 border border-line" aria-label={label} tabIndex={0}>
        <table className="w-full min-w-[560px] border-collapse text-left">
          <thead className="sticky top-0 z-1 bg-foot">
            <tr>
              {[kind === "lead" ? "Lead" : "Prospect", ...heads].map((head) => (
                <th key={head} scope="col" className="border-b border-line px-3 py-2 text-12 font-medium text-ink-3">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key ?? row.id} className="border-b border-line last:border-0">
                <td className="px-3 py-1.5 wrap-anywhere">
                  <RecordLink kind={kind} id={row.id}>
                    {row.label}
                  </RecordLink>
                </td>
                {row.cells.map((cell, at) => (
                  <td key={heads[at]} className="px-3 py-1.5 wrap-anywhere">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > rows.length && (
        <p className="mt-1.5 text-12 text-ink-3">{`The newest ${rows.length.toLocaleString("en")} of ${total.toLocaleString("en")} are listed.`}</p>
      )}
    </div>
  )
}
