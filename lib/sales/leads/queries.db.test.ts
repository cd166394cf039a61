import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { countList, readList } from "@/lib/platform/list-source"
import { aLead, aStaff, disqualify } from "@/prisma/makers"
import { leadSource } from "./lead-source"
import { leadNeighbours } from "./queries"
import { type LeadSort, leadList } from "./views"

let viewer: Staff
const many = 120

const ask = (params: SearchParams) => readList(leadSource, viewer.id, readListQuery(leadList, params), new Date())
const count = (params: SearchParams) => countList(leadSource, viewer.id, readListQuery(leadList, params), new Date())

async function walk(params: SearchParams, direction: "after" | "before", from: string | null = null): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = from; ; ) {
    const page = await ask({ ...params, ...(cursor ? { [direction]: cursor } : {}) })
    const found = page.rows.map(({ id }) => id)
    ids.push(...(direction === "after" ? found : found.reverse()))
    cursor = direction === "after" ? page.next : page.previous
    if (!cursor) return ids
  }
}

beforeAll(async () => {
  viewer = await aStaff("seller", { name: "Maja Lindqvist" })
  const from = Date.UTC(2026, 9, 1)
  for (let place = 0; place < many; place++) {
    const lead = await aLead(
      { companyName: `Harbour ${place % 40} Ltd`, lastName: `Name${place % 7}` },
      new Date(from + (place % 100) * 1000),
    )
    const rating = (["hot", "warm", "cold"] as const)[place % 3] ?? "warm"
    const owner = place % 4 === 0 ? { ownerId: viewer.id, ownerName: viewer.name } : {}
    await db.lead.update({ where: { id: lead.id }, data: { rating, country: place % 5 === 0 ? null : lead.country, ...owner } })
    if (place % 10 === 0) await disqualify(viewer, lead.id)
  }
})

describe("the pages of a list", () => {
  const orders: LeadSort[] = ["company", "contact", "country", "status", "rating", "owner", "created"]
  for (const sort of orders)
    for (const dir of ["asc", "desc"])
      test(`by ${sort}, ${dir}: every lead once, onward and back again`, async () => {
        const onward = await walk({ sort, dir }, "after")
        expect(new Set(onward).size).toBe(many)
        expect(onward).toHaveLength(many)
        const first = await ask({ sort, dir })
        const second = await ask({ sort, dir, after: first.next ?? "" })
        const third = await ask({ sort, dir, after: second.next ?? "" })
        const back = await walk({ sort, dir }, "before", third.previous)
        expect(back.reverse()).toEqual(onward.slice(0, 100))
        expect([first.place, second.place, third.place]).toEqual([1, 51, 101])
      })

  test("ratings go from hot to cold, not by their letters", async () => {
    const { rows } = await ask({ sort: "rating", cols: "company,rating" })
    expect(rows.at(0)?.cells[1]).toBe("hot")
    expect(rows.at(-1)?.cells[1]).toBe("warm")
  })

  test("a cursor of another order, or a forged one, counts as none", async () => {
    const { next } = await ask({ sort: "company" })
    const first = await ask({})
    for (const after of [next ?? "", "nonsense", Buffer.from('["2026-99-99 00:00:00+00","x",1]').toString("base64url")])
      expect((await ask({ after })).rows.at(0)?.id).toBe(first.rows.at(0)?.id)
  })

  test("the neighbours of a lead are those of its list", async () => {
    for (const sort of ["owner", "rating", "created"]) {
      const query = readListQuery(leadList, { sort })
      const ids = await walk({ sort }, "after")
      for (const at of [0, 30, 90, many - 1]) {
        const around = await leadNeighbours(viewer, query, ids[at] ?? "")
        expect(around).toEqual({ previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null })
      }
    }
  })
})

describe("views, search and filters", () => {
  test("a view holds what its name says", async () => {
    expect((await count({ view: "closed" }))?.total).toBe(many / 10)
    expect((await count({ view: "open" }))?.total).toBe(many - many / 10)
    const mine = await ask({ view: "my-open" })
    expect(mine.rows.every(({ ownerId, isOpen }) => ownerId === viewer.id && isOpen)).toBe(true)
    expect((await ask({ owner: "none" })).rows.every(({ ownerId }) => ownerId === null)).toBe(true)
  })

  test("search folds accents and takes wildcards at their word", async () => {
    const { id } = await aLead({ companyName: "Şahin 100% Denizcilik_A.Ş." })
    for (const q of ["sahin", "ŞAHİN", "100%", "denizcilik_a", "sa"]) expect((await ask({ q })).rows.map((row) => row.id)).toContain(id)
    for (const q of ["100_ denizcilik", "\\", "%%%", "___"]) expect((await count({ q }))?.total).toBe(0)
  })
})
