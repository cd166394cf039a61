import type { MergeRowView, Which } from "./merge-view"

type MergeRowProps = {
  row: MergeRowView
  kept: Which
  names: Readonly<Record<Which, string>>
  onKeep: (key: string, which: Which) => void
}

/** One field that differs: a radio before each value. Arrows choose, Tab goes on to the next field. */
export function MergeRow({ row, kept, names, onKeep }: MergeRowProps) {
  return (
    <tr>
      <th scope="row" className="merge-label">
        {row.label}
        {row.keeps && <span className="block text-12 text-ink-3">{row.a && row.b ? "One says more" : "Only one has it"}</span>}
      </th>
      {(["a", "b"] as const).map((which) => (
        <td key={which} className="merge-choice" data-kept={kept === which || undefined}>
          <label>
            <input
              type="radio"
              className="radio"
              name={`keep-${row.key}`}
              checked={kept === which}
              onChange={() => onKeep(row.key, which)}
              aria-label={`${row.label}: ${row[which] ?? "nothing"}, of ${names[which]}`}
            />
            <span className="min-w-0 wrap-anywhere whitespace-pre-line">{row[which] ?? <span className="text-ink-3">Not given</span>}</span>
          </label>
        </td>
      ))}
    </tr>
  )
}
