import { Client } from "pg"
import { beforeAll, describe, expect, test } from "vitest"
import type { Cursor, Keyed } from "@/lib/platform/cursor"
import { db } from "@/lib/platform/db"
import { countWork, readLanes } from "@/lib/platform/lanes"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { countList, listingOf, listNeighbours, readList } from "@/lib/platform/list-source"
import { walkAlong } from "@/lib/platform/walk"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { type LeadSort, leadList } from "@/lib/sales/leads/views"
import { aLead, aStaff } from "@/prisma/makers"

const now = new Date("2026-11-22T12:00:00Z")
const many = 90
let viewerId = ""

const asked = (params: SearchParams) => readListQuery(leadList, { view: "all", ...params })
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const rare = '["city","contains","kiel"]'

beforeAll(async () => {
  viewerId = (await aStaff("seller")).id
  for (let place = 0; place < many; place++) {
    const city = place % 9 === 0 ? "Kiel" : "Horta"
    const { id } = await aLead(
      { companyName: `Harbour ${place % 30} Ltd`, city, country: place % 2 ? "PT" : "DE" },
      new Date(now.getTime() - place * 60_000),
    )
    await db.lead.update({ where: { id }, data: { estimatedValue: place % 4 ? place * 100 : null } })
  }
})

/** What a person reads who goes on and on, when each time so few rows are looked at. */
async function allAlong(params: SearchParams, onward: boolean, most: number) {
  const listing = listingOf(leadSource, viewerId, asked(params), now)
  const found: string[] = []
  const sizes: number[] = []
  for (let from: Cursor | null = null; ; ) {
    const walked: Awaited<ReturnType<typeof walkAlong<Keyed>>> = await walkAlong<Keyed>(listing, { from, onward, limit: 4, most })
    const { rows, stop } = walked
    const last = rows.at(-1)
    found.push(...ids(rows))
    sizes.push(rows.length)
    if (stop) from = stop
    else if (rows.length === 4 && last) from = { value: last.sortValue, id: last.id, place: null, isSlow: true }
    else return { found, sizes }
  }
}

describe("a walk that looks at few rows at a time", () => {
  const orders: LeadSort[] = ["company", "value", "created"]
  for (const sort of orders)
    for (const dir of ["asc", "desc"])
      test(`by ${sort}, ${dir}: finds what the planner's way finds, in its order, both ways`, async () => {
        const whole = ids((await readList(leadSource, viewerId, asked({ f: rare, sort, dir }), now)).rows)
        expect(whole).toHaveLength(many / 9)
        const onward = await allAlong({ f: rare, sort, dir }, true, 7)
        expect(onward.found).toEqual(whole)
        expect(onward.sizes.length).toBeGreaterThan(many / 7)
        expect((await allAlong({ f: rare, sort, dir }, false, 7)).found.reverse()).toEqual(whole)
      })
})

/** Runs something while nobody can read a lead, for longer than a page's statement waits. */
async function whileLeadsAreLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const other = new Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  await other.query("begin; lock table sales.lead in access exclusive mode")
  setTimeout(() => other.query("commit").then(() => other.end()), 900)
  return work()
}

test("a statement that takes too long is ended, and the page comes the other way, with all that follows from it", async () => {
  const query = asked({ sort: "company" })
  const quick = await readList(leadSource, viewerId, query, now)
  const slow = await whileLeadsAreLocked(() => readList(leadSource, viewerId, query, now))
  expect(slow.rows).toEqual(quick.rows)
  expect(slow).toMatchObject({ place: 1, total: 50, isMore: true })
  const rest = await readList(leadSource, viewerId, asked({ sort: "company", after: slow.next ?? "" }), now)
  expect([...ids(slow.rows), ...ids(rest.rows)]).toHaveLength(many)
  expect(new Set([...ids(slow.rows), ...ids(rest.rows)]).size).toBe(many)
  expect(rest).toMatchObject({ place: 51, total: many, isMore: false })
  expect(ids((await readList(leadSource, viewerId, asked({ sort: "company", before: rest.previous ?? "" }), now)).rows)).toEqual(
    ids(slow.rows),
  )
})

test("lanes come the other way too; a count that takes too long is none", async () => {
  const query = asked({ as: "board", group: "country", f: rare })
  const quick = await readLanes(leadSource, viewerId, query, "country", now)
  expect(await whileLeadsAreLocked(() => readLanes(leadSource, viewerId, { ...query }, "country", now))).toEqual(quick)
  expect(await whileLeadsAreLocked(() => countList(leadSource, viewerId, query, now))).toBeNull()
  expect(await countWork(leadSource, viewerId, query, now)).toEqual({
    ...{ total: many / 9, isMore: false },
    lanes: { DE: { total: 5, isMore: false }, PT: { total: 5, isMore: false }, "": { total: 0, isMore: false } },
  })
})

test("a record's neighbours are found along the order", async () => {
  const query = asked({ f: rare })
  const [first, second, third] = ids((await readList(leadSource, viewerId, query, now)).rows)
  const found = await whileLeadsAreLocked(() => listNeighbours(leadSource, viewerId, query, second ?? "", now))
  expect(found).toEqual({ previous: first, next: third })
})
