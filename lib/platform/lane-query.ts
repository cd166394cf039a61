import { allOf, type Filter } from "./filter"
import type { ListQuery, SearchParams, WorkShape } from "./list-query"

/** The field that a list is laid out by: its group, or on a board without one the shape's first. */
export const laneField = (shape: WorkShape, { group, layout }: ListQuery): string | null =>
  group ?? (layout === "board" ? (shape.groups[0] ?? null) : null)

/** The fields of a card, its name first; the last is the one that the lanes are made of. */
export const cardFields = (shape: WorkShape, field: string): string[] => {
  const shown = [shape.columns[0] ?? "", ...(shape.card ?? [])].filter((name) => name !== field)
  return [...new Set(shown), field]
}

/** The condition that makes a lane; an empty value is that of the rows that have none. */
export const laneFilter = (field: string, value: string): Filter => (value === "" ? [field, "empty"] : [field, "is", value])

export const narrowed = (where: Filter | null, by: Filter): Filter => allOf([where, by]) ?? by

/** On a board rows have the fields of a card; in groups those of the view. */
export const shownInLanes = (shape: WorkShape, query: ListQuery, field: string): ListQuery =>
  query.layout === "grid" ? query : { ...query, columns: cardFields(shape, field).map((each) => ({ field: each, width: null })) }

/** A list narrowed to one of its lanes, as a lane that is scrolled on asks for it. */
export function inLane(shape: WorkShape, query: ListQuery, value: SearchParams[string]): ListQuery {
  const field = laneField(shape, query)
  if (!field || typeof value !== "string") return query
  return { ...shownInLanes(shape, query, field), lane: laneFilter(field, value) }
}
