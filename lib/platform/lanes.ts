import { countRows } from "./count"
import { type Counted, countedTo } from "./counted"
import { countryName } from "./countries"
import { db } from "./db"
import { channelWord, inAll, inOnly, inSeveral } from "./filter"
import { readDistinct, readFirsts } from "./firsts"
import type { Page } from "./keyset"
import { inLane, laneField, shownInLanes } from "./lane-query"
import { isNarrowed, type ListQuery } from "./list-query"
import { countList, type ListRow, type ListSource, listingOf, listRows, readList, shownFields } from "./list-source"

/** A lane of a board, or a group of a grid: the rows that have one value. `value` is empty for those that have none. */
export type Lane = { value: string; label: string; rows: ListRow[]; next: string | null } & Counted
/** What a list shows: a page of rows, or where it is grouped, lanes. */
export type WorkPage = Page<ListRow> & { lanes: Lane[] | null }

const firstCards = 20
const mostLanes = 40

async function laneValues({ shape, from, fields }: ListSource, field: string): Promise<{ value: string; label: string }[]> {
  const { kind, words, isSet } = shape.fields[field] ?? {}
  const { column, isFilled } = fields[field] ?? {}
  if (kind === "channel") return channelLanes(isSet === true, isFilled === true)
  if (words) {
    const none = isFilled ? [] : [{ value: "", label: "None" }]
    return [...Object.entries(words).map(([value, label]) => ({ value, label })), ...none]
  }
  const values = column ? await readDistinct(from, column, mostLanes) : []
  if (kind !== "person") return [...values.map((value) => ({ value, label: countryName(value) })), { value: "", label: "None" }]
  const people = await db.person.findMany({ where: { id: { in: values } }, orderBy: { name: "asc" }, select: { id: true, name: true } })
  return [{ value: "", label: "Unassigned" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]
}

/** The channels, the default one first and archived ones last. What is in several stands in a lane of its own, so that no row stands twice. */
async function channelLanes(isSet: boolean, isFilled: boolean): Promise<{ value: string; label: string }[]> {
  const channels = await db.channel.findMany({
    orderBy: [{ isDefault: "desc" }, { archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    take: mostLanes,
    select: { code: true, name: true },
  })
  const each = channels.map(({ code, name }) => ({ value: isSet ? inOnly(code) : code, label: name }))
  const sets = isSet ? [inSeveral, inAll].map((value) => ({ value, label: channelWord(value, {}) })) : []
  return [...each, ...sets, ...(isFilled ? [] : [{ value: "", label: "None" }])]
}

/** The lanes of a list, each with its first rows in the view's order. They are not counted: a lane that goes on says how many it has at least. */
export async function readLanes(source: ListSource, viewerId: string, query: ListQuery, field: string, now: Date): Promise<Lane[]> {
  const values = await laneValues(source, field)
  const wide = shownFields(source.shape, shownInLanes(source.shape, query, field)).length
  const found = await readFirsts<Parameters<typeof listRows>[0][number]>(
    values.map(({ value }) => listingOf(source, viewerId, inLane(source.shape, query, value), now)),
    firstCards,
  )
  return values.map((lane, at) => {
    const { rows, next } = found[at] ?? { rows: [], next: null }
    return { ...lane, rows: listRows(rows, wide), next, total: rows.length, isMore: next !== null }
  })
}

const summed = (lanes: readonly Counted[]): Counted => {
  const total = lanes.reduce((sum, lane) => sum + lane.total, 0)
  return { total: Math.min(total, countedTo), isMore: total > countedTo || lanes.some(({ isMore }) => isMore) }
}

/**
 * What a view shows, as a page of rows or in lanes. `whole`: how many records the view holds where nothing narrows it, if somebody knows;
 * other lists say how many rows they have at least, and are counted when somebody looks at them.
 */
export async function readWork(
  source: ListSource,
  viewerId: string,
  query: ListQuery,
  now: Date,
  whole?: () => Promise<number>,
): Promise<WorkPage> {
  const field = laneField(source.shape, query)
  const known = isNarrowed(query) || !whole ? null : whole().then((total) => ({ total, isMore: false }))
  if (field) {
    const [lanes, counted] = await Promise.all([readLanes(source, viewerId, query, field, now), known])
    return { rows: [], previous: null, next: null, place: 1, ...(counted ?? summed(lanes)), lanes }
  }
  const [page, counted] = await Promise.all([readList(source, viewerId, query, now), known])
  return { ...page, ...counted, lanes: null }
}

export type WorkCounts = Counted & { lanes: Record<string, Counted> | null }

/** How many rows a view has, and each of its lanes, to 10,000; null where counting takes too long. */
export async function countWork(source: ListSource, viewerId: string, query: ListQuery, now: Date): Promise<WorkCounts | null> {
  const field = laneField(source.shape, query)
  if (!field) {
    const counted = await countList(source, viewerId, query, now)
    return counted && { ...counted, lanes: null }
  }
  const values = await laneValues(source, field)
  const counted = await countRows(values.map(({ value }) => listingOf(source, viewerId, inLane(source.shape, query, value), now)))
  if (!counted) return null
  return { ...summed(counted), lanes: Object.fromEntries(values.flatMap(({ value }, at) => (counted[at] ? [[value, counted[at]]] : []))) }
}
