import { expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"
import { type ListRow, readList } from "@/lib/platform/list-source"
import { aProspect, approve, aStaff } from "@/prisma/makers"
import { prospectSource } from "./prospect-source"
import { countProspects, prospectNeighbours } from "./queries"
import { prospectList } from "./views"

const asked = (params: Record<string, string> = {}) => readListQuery(prospectList, params)
const listProspects = (query: ReturnType<typeof asked>) => readList(prospectSource, "", query, new Date())
const numbers = (page: { rows: ListRow[] }) => page.rows.map(({ cells }) => String(cells[1]))

test("every prospect stands on exactly one page, onward and back, however they are ordered", async () => {
  for (let made = 0; made < 120; made++) await aProspect({}, new Date(2026, 0, 1, 0, 0, Math.floor(made / 2)))
  const orders: Record<string, string>[] = [{}, { dir: "desc" }, { sort: "company" }]
  for (const order of orders) {
    const seen: string[] = []
    let page = await listProspects(asked(order))
    const pages = [page]
    while (page.next) {
      page = await listProspects(asked({ ...order, after: page.next }))
      pages.push(page)
    }
    for (const one of pages) seen.push(...numbers(one))
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    const back = await listProspects(asked({ ...order, before: pages.at(-1)?.previous ?? "" }))
    expect(numbers(back)).toEqual(numbers(pages[1] ?? page))
  }
})

test("a prospect is found by any part of company, person, email and number; signs of the search language are plain", async () => {
  const prospect = await aProspect({ companyName: "100% Ropes & Ñandú_S.A.", firstName: "Itziar", email: "itziar@ropes.example" })
  for (const q of ["nandu", "100%", "ú_s.", "ITZIAR", "itziar@ropes", prospect.number.toLowerCase()]) {
    expect(numbers(await listProspects(asked({ q })))).toEqual([prospect.number])
  }
  expect(numbers(await listProspects(asked({ q: "100%%" })))).toEqual([])
})

test("status filters, counts, and neighbours follow the list", async () => {
  const manager = await aStaff("commerce_manager")
  const [first, second] = [await aProspect({}, new Date(2027, 0, 1)), await aProspect({}, new Date(2027, 0, 2))]
  await approve(manager, first.id)
  await approve(manager, second.id)
  const approved = asked({ status: "approved" })
  expect(numbers(await listProspects(approved))).toEqual([second.number, first.number])
  expect(await prospectNeighbours(manager, approved, second.id)).toEqual({ previous: null, next: first.id })
  expect(await countProspects("all", manager.id)).toMatchObject({ approved: 2, pending: 121, late: 0 })
  const late = await db.prospect.findFirstOrThrow({ where: { status: "pending" } })
  await db.prospect.update({ where: { id: late.id }, data: { decisionState: "breached", ownerId: manager.id, ownerName: manager.name } })
  expect(await countProspects("mine", manager.id)).toMatchObject({ pending: 1, all: 1, late: 1 })
  expect(await countProspects("unassigned", manager.id)).toMatchObject({ pending: 120, all: 120, late: 0 })
})

test("nonsense in the URL counts as not asked", async () => {
  const nonsense = asked({ status: "x", sort: "y", dir: "z", after: "!!", before: "eyJ9" })
  expect(nonsense).toMatchObject({ where: null, sort: "waiting", dir: "asc" })
  expect((await listProspects(nonsense)).place).toBe(1)
})

test("whoever asks for what expires within some days finds it, on its day, and what never does as empty", async () => {
  const day = (n: number) => new Date(Date.now() + n * 86_400_000)
  const [soon, later] = [await aProspect(), await aProspect()]
  await db.prospect.update({ where: { id: soon.id }, data: { expiresAt: day(6) } })
  await db.prospect.update({ where: { id: later.id }, data: { expiresAt: day(12) } })
  const found = async (...condition: string[]) => numbers(await listProspects(asked({ f: JSON.stringify(["expires", ...condition]) })))
  expect(await found("next-days", "7")).toEqual([soon.number])
  expect((await found("next-days", "20")).toSorted()).toEqual([soon.number, later.number].toSorted())
  expect(await found("on", day(12).toISOString().slice(0, 10))).toEqual([later.number])
  expect(await found("empty")).not.toContain(soon.number)
  expect((await found("filled")).toSorted()).toEqual([soon.number, later.number].toSorted())
  const query = asked({ f: '["expires","next-days","7"]', cols: "company,expires" })
  expect((await listProspects(query)).rows.map(({ cells }) => new Date(Number(cells[1])).toISOString().slice(0, 10))).toEqual([
    day(6).toISOString().slice(0, 10),
  ])
})

test("prospects are ordered by owner where they have several, and not where they have one or none", async () => {
  const [ada, zoe] = [await aStaff("commerce_manager", { name: "Ada King" }), await aStaff("commerce_manager", { name: "Zoe Marks" })]
  const [first, second] = [await aProspect(), await aProspect()]
  await db.prospect.update({ where: { id: first.id }, data: { ownerId: zoe.id, ownerName: zoe.name } })
  await db.prospect.update({ where: { id: second.id }, data: { ownerId: ada.id, ownerName: ada.name } })
  const of = `["owner","is","${ada.id}","${zoe.id}"]`
  expect(numbers(await listProspects(asked({ sort: "owner", f: of })))).toEqual([second.number, first.number])
  expect(numbers(await listProspects(asked({ sort: "owner", dir: "desc", f: of })))).toEqual([first.number, second.number])
  for (const view of ["mine", "unassigned"]) expect(asked({ view, sort: "owner" })).toMatchObject({ sort: "waiting" })
})
