import { countryName } from "./countries"
import { db } from "./db"
import { countedTo, cursorAt, type Page, readDistinct, readFirsts } from "./keyset"
import { inLane, laneField, shownInLanes } from "./lane-query"
import type { ListQuery } from "./list-query"
import { type ListRow, type ListSource, listingOf, listRows, readList, shownFields } from "./list-source"

/** A lane of a board, or a group of a grid: the rows that have one value. `value` is empty for those that have none. */
export type Lane = { value: string; label: string; rows: ListRow[]; next: string | null; total: number; isMore: boolean }
/** What a list shows: a page of rows, or where it is grouped, lanes. */
export type WorkPage = Page<ListRow> & { lanes: Lane[] | null }

const firstCards = 20
const mostLanes = 40

async function laneValues({ shape, from, fields }: ListSource, field: string): Promise<{ value: string; label: string }[]> {
  const { kind, words } = shape.fields[field] ?? {}
  const { column, isFilled } = fields[field] ?? {}
  if (words) {
    const none = isFilled ? [] : [{ value: "", label: "None" }]
    return [...Object.entries(words).map(([value, label]) => ({ value, label })), ...none]
  }
  const values = column ? await readDistinct(from, column, mostLanes) : []
  if (kind !== "person") return [...values.map((value) => ({ value, label: countryName(value) })), { value: "", label: "None" }]
  const people = await db.person.findMany({ where: { id: { in: values } }, orderBy: { name: "asc" }, select: { id: true, name: true } })
  return [{ value: "", label: "Unassigned" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]
}

/** The lanes of a list, each with its first rows in the view's order and its count, in one statement. */
export async function readLanes(source: ListSource, viewerId: string, query: ListQuery, field: string, now: Date): Promise<Lane[]> {
  const values = await laneValues(source, field)
  const shown = shownInLanes(source.shape, query, field)
  const wide = shownFields(source.shape, shown).length
  const listings = values.map(({ value }) => listingOf(source, viewerId, inLane(source.shape, query, value), now))
  const found = await readFirsts<Parameters<typeof listRows>[0][number]>(listings, firstCards)
  return values.map(({ value, label }, lane) => {
    const all = found.filter((row) => row.lane === lane)
    const raw = all.slice(0, firstCards)
    const last = raw.at(-1)
    const total = all[0]?.laneTotal ?? 0
    return {
      value,
      label,
      rows: listRows(raw, wide),
      next: last && all.length > firstCards ? cursorAt(last, firstCards) : null,
      total: Math.min(total, countedTo),
      isMore: total > countedTo,
    }
  })
}

/** What a view shows, as a page of rows or in lanes. */
export async function readWork(source: ListSource, viewerId: string, query: ListQuery, now: Date): Promise<WorkPage> {
  const field = laneField(source.shape, query)
  if (!field) return { ...(await readList(source, viewerId, query, now)), lanes: null }
  const lanes = await readLanes(source, viewerId, query, field, now)
  const total = lanes.reduce((sum, lane) => sum + lane.total, 0)
  const isMore = total > countedTo || lanes.some((lane) => lane.isMore)
  return { rows: [], previous: null, next: null, place: 1, total: Math.min(total, countedTo), isMore, lanes }
}
