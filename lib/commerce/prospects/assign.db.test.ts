import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { aProspect, aStaff, reject } from "@/prisma/makers"
import { listOwners } from "../owners"
import { assignProspect } from "./assign-prospect"
import { prospectSource } from "./prospect-source"
import { prospectList } from "./views"

let henrik: Staff
let ida: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  ida = await aStaff("commerce_manager", { name: "Ida Bruun" })
})

const assign = (by: Staff, prospectId: string, ownerId: string, was?: string | null) =>
  inTransaction(by, (ctx) => assignProspect({ ...ctx, actor: by }, { prospectId, ownerId, was }))
const idsIn = async (view: string, viewer: Staff) =>
  (await readList(prospectSource, viewer.id, readListQuery(prospectList, { view }), new Date())).rows.map(({ id }) => id)

test("an assigned prospect is in its owner's Mine, no longer Unassigned, and says in its history whose it was", async () => {
  const { id } = await aProspect()
  expect(await idsIn("unassigned", henrik)).toContain(id)
  await assign(henrik, id, henrik.id)
  await assign(ida, id, ida.id, henrik.id)
  expect(await idsIn("mine", henrik)).not.toContain(id)
  expect(await idsIn("mine", ida)).toContain(id)
  expect(await idsIn("unassigned", henrik)).not.toContain(id)
  const moves = await db.auditEntry.findMany({ where: { recordId: id, move: "prospect.assign" }, orderBy: { at: "asc" } })
  expect(moves.map(({ from, to }) => [from, to])).toEqual([
    ["Unassigned", "Henrik Aalto"],
    ["Henrik Aalto", "Ida Bruun"],
  ])
  const changes = await db.fieldChange.findMany({ where: { recordId: id, field: "owner" }, orderBy: { at: "asc" } })
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [null, "Henrik Aalto"],
    ["Henrik Aalto", "Ida Bruun"],
  ])
})

test("whoever saw another owner is told who was faster, and a decided one is not assigned", async () => {
  const { id } = await aProspect()
  await assign(henrik, id, henrik.id, null)
  await expect(assign(ida, id, ida.id, null)).rejects.toMatchObject({
    message: expect.stringContaining("Henrik Aalto assigned the prospect"),
  })
  await reject(henrik, id)
  await expect(assign(ida, id, ida.id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Only Pending") })
})

test("only who decides prospects may have one", async () => {
  const { id } = await aProspect()
  const seller = await aStaff("seller")
  await expect(assign(henrik, id, seller.id)).rejects.toMatchObject({ fields: { ownerId: "Choose an owner" } })
  expect((await listOwners()).map((owner) => owner.id)).toEqual(expect.arrayContaining([henrik.id, ida.id]))
  expect((await listOwners()).map((owner) => owner.id)).not.toContain(seller.id)
})

test("of two who take one at once, one has it and the other is told", async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await aProspect()
    const settled = await Promise.allSettled([assign(henrik, id, henrik.id, null), assign(ida, id, ida.id, null)])
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.auditEntry.count({ where: { recordId: id, move: "prospect.assign" } })).toBe(1)
  }
})
