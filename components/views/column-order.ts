import type { ColumnChoice, WorkShape } from "@/lib/platform/list-query"

/** The columns that a view shows, as choices. The first is the record's name, which stays where it is. */
export const choicesOf = (shape: WorkShape, columns: readonly ColumnChoice[] | null): readonly ColumnChoice[] =>
  columns ?? shape.columns.map((field) => ({ field, width: null }))

/** The choices with one of them in another place; nothing comes before the name. */
export function moveColumn(choices: readonly ColumnChoice[], field: string, to: number): readonly ColumnChoice[] {
  const from = choices.findIndex((one) => one.field === field)
  const moved = choices[from]
  if (!moved || from === 0) return choices
  const place = Math.min(choices.length - 1, Math.max(1, to))
  const others = choices.filter((one) => one !== moved)
  return [...others.slice(0, place), moved, ...others.slice(place)]
}
