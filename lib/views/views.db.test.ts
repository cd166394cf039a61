import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { isChanged, listHref } from "@/lib/platform/list-href"
import { leadList } from "@/lib/sales/leads/views"
import { aStaff } from "@/prisma/makers"
import { deleteView } from "./delete-view"
import { editView } from "./edit-view"
import { openList } from "./open-list"
import { saveView } from "./save-view"
import type { Audience } from "./schema"
import { updateView } from "./update-view"

const hot = 'f=["rating","is","hot"]&cols=company,rating'
let maja: Staff
let tomas: Staff
let manager: Staff
let commerce: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  manager = await aStaff("sales_manager", { name: "Ingrid Solberg" })
  commerce = await aStaff("commerce_manager")
})
beforeEach(() => db.savedView.deleteMany())

const as = <Done>(actor: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
  inTransaction(actor, (ctx) => work({ ...ctx, actor }))
const save = (by: Staff, name: string, audience: Audience = "personal", definition = hot) =>
  as(by, (ctx) => saveView(ctx, { list: "leads", name, audience, definition }))
const open = (by: Staff, params: Record<string, string> = {}) => openList(leadList, by, params)
const audits = () => db.auditEntry.count({ where: { recordKind: "view" } })

describe("a personal view", () => {
  test("opens as it was saved, and a change stays in the URL until it is saved", async () => {
    const { viewId } = await save(maja, "Hot ones")
    const { query, title, shelf } = await open(maja, { view: viewId })
    expect(title).toBe("Hot ones")
    expect(query).toMatchObject({ where: ["rating", "is", "hot"], columns: [{ field: "company" }, { field: "rating" }] })
    expect(shelf.open).toMatchObject({ id: viewId, scope: "personal", version: 1 })
    expect(isChanged(leadList, query)).toBe(false)
    const changed = (await open(maja, { view: viewId, group: "owner" })).query
    expect(isChanged(leadList, changed)).toBe(true)
    await as(maja, (ctx) => updateView(ctx, { viewId, version: 1, definition: `${hot}&group=owner` }))
    const saved = await open(maja, { view: viewId })
    expect(saved.query.group).toBe("owner")
    expect(listHref(leadList, saved.query)).toBe(`/sales/leads?view=${viewId}`)
  })

  test("is not there for a colleague or a manager, who see the first view instead", async () => {
    const { viewId } = await save(maja, "Hot ones")
    for (const other of [tomas, manager]) {
      const { title, shelf } = await open(other, { view: viewId })
      expect(title).toBe("All commerce B2B leads")
      expect(shelf).toMatchObject({ views: [], open: null })
      const deeds = [
        () => as(other, (ctx) => updateView(ctx, { viewId, version: 1, definition: "" })),
        () => as(other, (ctx) => editView(ctx, { viewId, version: 1, name: "Mine now", audience: "personal" })),
        () => as(other, (ctx) => deleteView(ctx, { viewId, version: 1 })),
      ]
      for (const deed of deeds) await expect(deed()).rejects.toThrow("There is no such view.")
    }
    expect(await db.savedView.count()).toBe(1)
  })

  test("leaves no audit row, and its name is its owner's alone", async () => {
    const before = await audits()
    const { viewId } = await save(maja, "Hot ones")
    await save(tomas, "Hot ones")
    await expect(save(maja, "hot ONES")).rejects.toThrow("There is a view called Hot ones already.")
    await expect(save(maja, "My open leads")).rejects.toThrow("My open leads is a standard view.")
    await as(maja, (ctx) => editView(ctx, { viewId, version: 1, name: "Hottest", audience: "personal" }))
    await as(maja, (ctx) => deleteView(ctx, { viewId, version: 2 }))
    expect(await audits()).toBe(before)
    expect((await open(maja, { view: viewId })).shelf.open).toBeNull()
  })
})

describe("a shared view", () => {
  test("is made by those who may, seen by everybody, and leaves one audit row a move", async () => {
    await expect(save(maja, "Hot ones", "shared")).rejects.toThrow("A Sales manager or Administrator can share them.")
    await expect(save(commerce, "Hot ones", "shared")).rejects.toThrow("can share them")
    const before = await audits()
    const { viewId } = await save(manager, "Hot ones", "shared")
    for (const viewer of [maja, tomas, manager, commerce]) {
      const { query, shelf } = await open(viewer, { view: viewId })
      expect(query.where).toEqual(["rating", "is", "hot"])
      expect(shelf.refusalToChange === null).toBe(viewer === manager)
    }
    await expect(as(maja, (ctx) => updateView(ctx, { viewId, version: 1, definition: "" }))).rejects.toThrow("Others use this view too.")
    await as(manager, (ctx) => updateView(ctx, { viewId, version: 1, definition: "" }))
    await as(manager, (ctx) => editView(ctx, { viewId, version: 2, name: "All of them", audience: "shared" }))
    await as(manager, (ctx) => deleteView(ctx, { viewId, version: 3 }))
    expect(await audits()).toBe(before + 4)
  })

  test("that two people change at once keeps the change of one; the other reads who was faster", async () => {
    const admin = await aStaff("administrator", { name: "Hana Kimura" })
    const { viewId } = await save(manager, "Hot ones", "shared")
    const change = (by: Staff, group: string) =>
      as(by, (ctx) => updateView(ctx, { viewId, version: 1, definition: `${hot}&group=${group}` }))
    const tries = await Promise.allSettled([change(manager, "owner"), change(admin, "country")])
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const lost = tries.find((one) => one.status === "rejected")
    expect(String(lost?.reason)).toMatch(/(Ingrid Solberg|Hana Kimura) changed a shared view on .* Your change was not made/)
    expect(await db.savedView.findUnique({ where: { id: viewId } })).toMatchObject({ version: 2 })
    await as(admin, (ctx) => deleteView(ctx, { viewId, version: 2 }))
    await expect(change(manager, "rating")).rejects.toThrow("There is no such view.")
  })

  test("of one name exists once, also when two people save it at once", async () => {
    const admin = await aStaff("administrator")
    const tries = await Promise.allSettled([save(manager, "Iberia", "shared"), save(admin, "iberia", "shared")])
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(String(tries.find((one) => one.status === "rejected")?.reason)).toContain("already")
  })
})

describe("a role's default", () => {
  test("opens where the URL asks for nothing, for that role alone, and every other view is named then", async () => {
    const { viewId } = await save(manager, "What to call today", "seller")
    const { query, title } = await open(maja)
    expect(title).toBe("What to call today")
    expect(listHref(leadList, query)).toBe(`/sales/leads?view=${viewId}`)
    expect((await open(maja, { peek: maja.id, after: "somewhere" })).title).toBe("What to call today")
    const system = await open(maja, { view: "commerce" })
    expect(system.title).toBe("All commerce B2B leads")
    expect(listHref(leadList, system.query)).toBe("/sales/leads?view=commerce")
    expect((await open(maja, { q: "ana" })).title).toBe("All commerce B2B leads")
    expect((await open(manager)).title).toBe("All commerce B2B leads")
    expect((await open(manager, { view: viewId })).title).toBe("What to call today")
    expect((await open(commerce, { view: viewId })).title).toBe("All commerce B2B leads")
  })

  test("there is one a role: the one before becomes a shared view", async () => {
    const first = await save(manager, "First", "seller")
    const second = await save(manager, "Second", "seller")
    expect(await db.savedView.findUnique({ where: { id: first.viewId } })).toMatchObject({ scope: "shared", role: null, version: 2 })
    await as(manager, (ctx) => editView(ctx, { viewId: first.viewId, version: 2, name: "First", audience: "seller" }))
    expect((await open(maja)).title).toBe("First")
    expect(await db.savedView.findUnique({ where: { id: second.viewId } })).toMatchObject({ scope: "shared" })
  })
})

test("what is stored is what the list understands, and a field that is gone falls away when it is read", async () => {
  const { viewId } = await save(maja, "Odd", "personal", 'f=["gone","is","x"]&cols=company,gone&group=rating&x=1')
  expect(await db.savedView.findUnique({ where: { id: viewId } })).toMatchObject({ definition: { cols: "company", group: "rating" } })
  await db.savedView.update({ where: { id: viewId }, data: { definition: { cols: "company,gone", sort: "gone", group: "rating" } } })
  const { query } = await open(maja, { view: viewId })
  expect(query).toMatchObject({ group: "rating", sort: "created", columns: [{ field: "company", width: null }] })
  expect(isChanged(leadList, query)).toBe(false)
})

test("people whom a filter names are known by name", async () => {
  const { shelf, query } = await open(maja, { f: JSON.stringify(["or", ["owner", "is", tomas.id, "me"], ["owner", "empty"]]) })
  expect(query.where).not.toBeNull()
  expect(shelf.people).toEqual({ [tomas.id]: "Tomás Herrera" })
})
