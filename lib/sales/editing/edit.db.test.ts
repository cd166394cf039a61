import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { aLead, anOpportunity, aStaff, disqualify, win } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { editLead } from "../leads/edit-lead"
import { editOpportunity } from "../opportunities/edit-opportunity"

let maja: Staff
let tomas: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

type Given = Pick<EditRecord, "id" | "version" | "changes"> & Partial<EditRecord>
const edit = (staff: Staff, { base = {}, ...input }: Given) =>
  inTransaction(staff, (ctx) => editLead({ ...ctx, actor: staff }, { base, ...input }))
const editDeal = (staff: Staff, { base = {}, ...input }: Given) =>
  inTransaction(staff, (ctx) => editOpportunity({ ...ctx, actor: staff }, { base, ...input }))
const theLead = (id: string) => db.lead.findUniqueOrThrow({ where: { id } })
const historyOf = (recordId: string) => db.fieldChange.findMany({ where: { recordId }, orderBy: [{ at: "asc" }, { id: "asc" }] })

describe("editing a lead", () => {
  test("writes each field in its normal form, its keys, one audit row and a row of history a field", async () => {
    const { id, version } = await aLead()
    const changes = {
      company: "Møller & Søn A/S",
      email: "Lars@Moeller.DK",
      website: "moeller.dk",
      phone: "32 12 34 56",
      country: "DK",
      closeDate: "2027-01-31",
    }
    const { saved, version: next } = await edit(maja, { id, version, changes })
    expect(saved).toMatchObject({ email: "lars@moeller.dk", website: "https://moeller.dk", phone: "+4532123456" })
    expect(next).toBe(version + 1)
    expect(await theLead(id)).toMatchObject({
      companyName: "Møller & Søn A/S",
      nameKey: "moller son",
      domain: "moeller.dk",
      searchText: expect.stringContaining("moller"),
      emailConfirmedAt: null,
      version: next,
    })
    const audit = await db.auditEntry.findMany({ where: { recordId: id, move: "lead.edit" } })
    expect(audit).toHaveLength(1)
    expect((await historyOf(id)).map(({ field, to, auditId }) => [field, to, auditId])).toEqual(
      Object.entries(saved).map(([field, to]) => [field, to, audit[0]?.id]),
    )
  })

  test("says nothing where nothing changed", async () => {
    const { id, version, topic } = await aLead()
    expect(await edit(maja, { id, version, changes: { topic } })).toEqual({ version, saved: {}, conflicts: [] })
    expect(await historyOf(id)).toEqual([])
  })

  test("tells every field that cannot stand, and writes none", async () => {
    const { id, version } = await aLead()
    await expect(edit(maja, { id, version, changes: { topic: "", email: "nobody", rating: "hot" } })).rejects.toMatchObject({
      code: "invalid",
      fields: { topic: "Topic cannot be empty", email: expect.stringContaining("@") },
    })
    expect((await theLead(id)).version).toBe(version)
  })

  test("is refused on a closed lead and on a colleague's", async () => {
    const closed = await aLead()
    await disqualify(maja, closed.id)
    await expect(edit(priya, { id: closed.id, version: 2, changes: { topic: "Other" } })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Reactivate it to edit it"),
    })
    const { id, version } = await aLead()
    await inTransaction(tomas, (ctx) => assignLead({ ...ctx, actor: tomas }, { leadId: id, ownerId: tomas.id }))
    await expect(edit(maja, { id, version, changes: { topic: "Mine" } })).rejects.toMatchObject({ code: "forbidden" })
    expect((await historyOf(id)).map(({ field, from, to }) => ({ field, from, to }))).toEqual([
      { field: "owner", from: null, to: "Tomás Herrera" },
    ])
  })
})

describe("two who edit at once", () => {
  test("different fields: both are kept, and neither is asked anything", async () => {
    const { id, version, topic } = await aLead()
    await edit(maja, { id, version, changes: { rating: "hot" }, base: { rating: "warm" } })
    expect(await edit(tomas, { id, version, changes: { topic: "Two boats" }, base: { topic } })).toMatchObject({
      conflicts: [],
      version: version + 2,
    })
    expect(await theLead(id)).toMatchObject({ rating: "hot", topic: "Two boats" })
  })

  test("one field: the second is told what the first wrote and when; the rest of the edit stands", async () => {
    const { id, version, topic } = await aLead()
    await edit(maja, { id, version, changes: { topic: "Maja's" }, base: { topic } })
    const answer = await edit(tomas, { id, version, changes: { topic: "Tomás's", need: "must_have" }, base: { topic, need: null } })
    expect(answer).toMatchObject({
      saved: { need: "must_have" },
      conflicts: [{ field: "topic", mine: "Tomás's", theirs: "Maja's", base: topic, who: "Maja Lindqvist", at: expect.any(Date) }],
    })
    expect(await theLead(id)).toMatchObject({ topic: "Maja's", need: "must_have" })
    await edit(tomas, { id, version: answer.version, changes: { topic: "Both" }, base: { topic: "Maja's" } })
    expect((await theLead(id)).topic).toBe("Both")
  })

  test("on two connections: of one field one wins and the other is told; of two fields both stand", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, version, topic } = await aLead()
      const answers = await Promise.all([
        edit(maja, { id, version, changes: { topic: "Maja's", need: "must_have" }, base: { topic, need: null } }),
        edit(tomas, { id, version, changes: { topic: "Tomás's", industry: "Boats" }, base: { topic, industry: null } }),
      ])
      const conflicts = answers.flatMap((answer) => answer.conflicts)
      expect(conflicts).toHaveLength(1)
      expect(await theLead(id)).toMatchObject({ topic: conflicts[0]?.theirs, need: "must_have", industry: "Boats", version: version + 2 })
      expect(await db.fieldChange.count({ where: { recordId: id, field: "topic" } })).toBe(1)
    }
  })

  test("twenty at once, each another value: nineteen conflicts, one row of history", async () => {
    const { id, version, topic } = await aLead()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) => edit(maja, { id, version, changes: { topic: `Topic ${place}` }, base: { topic } })),
    )
    expect(answers.filter(({ conflicts }) => conflicts.length === 1)).toHaveLength(19)
    expect(await db.fieldChange.count({ where: { recordId: id } })).toBe(1)
  })

  test("an edit against a decision: whichever is second is refused or merged, never lost", async () => {
    const { id, version, topic } = await aLead()
    const settled = await Promise.allSettled([
      edit(maja, { id, version, changes: { topic: "Edited" }, base: { topic } }),
      disqualify(priya, id),
    ])
    const lead = await theLead(id)
    const [edited, decided] = settled
    expect(edited?.status === "fulfilled" || decided?.status === "fulfilled").toBe(true)
    expect(lead.topic).toBe(edited?.status === "fulfilled" ? "Edited" : topic)
    expect(lead.state).toBe(decided?.status === "fulfilled" ? "disqualified" : "open")
  })
})

describe("editing an opportunity", () => {
  test("keeps its search text, and stops at the close", async () => {
    const { id, version } = await anOpportunity(maja)
    const changes = { topic: "Forty outboards", revenue: "48,000", probability: "60", customerNeed: "Spare parts\nwithin a day" }
    const { version: next } = await editDeal(maja, { id, version, changes })
    const deal = await db.opportunity.findUniqueOrThrow({ where: { id } })
    expect(deal).toMatchObject({
      topic: "Forty outboards",
      probability: 60,
      searchText: expect.stringContaining("forty outboards"),
      version: next,
    })
    expect(deal.estimatedRevenue?.toNumber()).toBe(48000)
    await win(maja, id)
    await expect(editDeal(maja, { id, version: next, changes: { topic: "Later" } })).rejects.toMatchObject({
      message: expect.stringContaining("Reopen it to edit it"),
    })
    expect(await historyOf(id)).toContainEqual(expect.objectContaining({ field: "status", from: "in_progress", to: "won" }))
  })
})

test("history is written once and never changed", async () => {
  const { id, version } = await aLead()
  await edit(maja, { id, version, changes: { rating: "cold" } })
  await expect(db.fieldChange.updateMany({ data: { to: "hot" } })).rejects.toThrow(/never changed/)
  await expect(db.fieldChange.deleteMany()).rejects.toThrow(/never changed/)
})
