import { RecordLink } from "@/components/shell/record-link"
import { Person } from "@/components/ui/person"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { MergeRow } from "./merge-row"
import type { MergeRowView, MergeView, Which } from "./merge-view"

type MergeTableProps = {
  view: MergeView
  stays: Which
  onStays: (which: Which) => void
  keptOf: (row: MergeRowView) => Which
  onKeep: (key: string, which: Which) => void
}

/** The two records field by field: what differs is chosen, what is the same stands below. */
export function MergeTable({ view, stays, onStays, keptOf, onKeep }: MergeTableProps) {
  const differing = view.rows.filter(({ isSame }) => !isSame)
  const same = view.rows.filter(({ isSame }) => isSame)
  return (
    <table className="merge-table">
      <caption className="sr-only">The two records, field by field</caption>
      <thead>
        <tr>
          <th className="merge-label">
            <span className="sr-only">Field</span>
          </th>
          {(["a", "b"] as const).map((which) => (
            <Head key={which} {...{ view, which, stays, onStays }} />
          ))}
        </tr>
      </thead>
      <tbody>
        {differing.length === 0 && (
          <tr>
            <td colSpan={3} className="px-6 py-4 text-ink-2">
              Both say the same in every field.
            </td>
          </tr>
        )}
        {differing.map((row) => (
          <MergeRow key={row.key} row={row} kept={keptOf(row)} names={{ a: view.a.label, b: view.b.label }} onKeep={onKeep} />
        ))}
      </tbody>
      {same.length > 0 && (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} className="merge-group">
              The same in both
            </th>
          </tr>
          {same.map(({ key, label, a }) => (
            <tr key={key} className="merge-same">
              <th scope="row" className="merge-label">
                {label}
              </th>
              <td colSpan={2}>{a}</td>
            </tr>
          ))}
        </tbody>
      )}
    </table>
  )
}

type HeadProps = { view: MergeView; which: Which; stays: Which; onStays: (which: Which) => void }

/** Which record a column is, and whether it is the one that stays. */
function Head({ view, which, stays, onStays }: HeadProps) {
  const side = view[which]
  const isPrimary = stays === which
  return (
    <th scope="col" className="merge-head" data-stays={isPrimary || undefined}>
      <label className="flex items-center gap-2 text-12 font-regular text-ink-2">
        <input type="radio" className="radio" name="stays" checked={isPrimary} onChange={() => onStays(which)} />
        <span>
          <span className="sr-only">
            {side.label}, record {which === "a" ? "one" : "two"}:{" "}
          </span>
          {isPrimary ? "Stays, the primary" : "Becomes a part of it"}
        </span>
      </label>
      <span className="mt-1 block text-14 font-semi wrap-anywhere">
        <RecordLink kind={view.kind} id={side.id}>
          {side.label}
        </RecordLink>
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-regular text-ink-2">
        <Person name={side.ownerName} />
        <span>
          since <Moment at={side.createdAt} style="date" />
        </span>
        {side.number && (
          <RecordLink kind={side.number.kind} id={side.number.id}>
            {side.number.number}
          </RecordLink>
        )}
      </span>
      {side.has.length > 0 && (
        <span className="mt-1.5 flex flex-wrap gap-1">
          {side.has.map((words) => (
            <Tag key={words}>{words}</Tag>
          ))}
        </span>
      )}
    </th>
  )
}
