import type { Field } from "@/lib/platform/fields"
import { sortLink } from "@/lib/platform/list-href"
import { type ListQuery, sortsOf, type WorkShape } from "@/lib/platform/list-query"

/** A column of a list: its field, and the link of its head where an index serves its order. */
export type ListColumn = Omit<Field, "sort"> & {
  name: string
  /** The width that somebody drew; null where it is the field's own. */
  drawn: number | null
  sort?: { href: string; direction?: "ascending" | "descending" }
}

/** The columns that a view shows, in its order. An age runs against the time that it is counted from. */
export function listColumns(shape: WorkShape, query: ListQuery): ListColumn[] {
  const { fields } = shape
  const shown = query.columns ?? shape.columns.map((field) => ({ field, width: null }))
  return shown.flatMap(({ field: name, width }) => {
    const field = fields[name]
    if (!field) return []
    const { sort, ...rest } = field
    const isOffered = sort !== undefined && sortsOf(shape, query.view).includes(sort)
    const isReversed = sort !== undefined && (field.kind === "age") !== (fields[sort]?.kind === "age")
    return {
      ...rest,
      name,
      drawn: width,
      width: width ?? field.width,
      sort: isOffered ? sortLink(shape, query, sort, isReversed) : undefined,
    }
  })
}
