import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { whileHolding } from "@/lib/platform/testing-waits"
import { assignAccount } from "@/lib/sales/accounts/assign-account"
import { assignContact } from "@/lib/sales/contacts/assign-contact"
import { assignOpportunity } from "@/lib/sales/opportunities/assign-opportunity"
import { holdOpportunity, resumeOpportunity } from "@/lib/sales/opportunities/hold-opportunity"
import type { Stage } from "@/lib/sales/opportunities/rules"
import { aLead, anOpportunity, aStaff, disqualify, lose, qualify, reopen, undo, win } from "@/prisma/makers"
import { rejectProspect } from "./decide-in-commerce"
import { brokenInvariants } from "./invariants"
import { markLead } from "./mark-lead"
import { moveStage } from "./move-stage"

let maja: Staff
let priya: Staff
const start = new Date("2026-11-01T08:00:00Z")
const day = (days: number) => new Date(start.getTime() + days * 86_400_000)

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

const move = (staff: Staff, opportunityId: string, stage: Stage, now = new Date(), was?: Stage) =>
  inTransaction(staff, (ctx) => moveStage({ ...ctx, actor: staff }, { opportunityId, stage, was }), now)
const mark = (staff: Staff, leadId: string, as: "new" | "contacted") =>
  inTransaction(staff, (ctx) => markLead({ ...ctx, actor: staff }, { leadId, as }))
const theDeal = (id: string) => db.opportunity.findUniqueOrThrow({ where: { id } })
const inSales = async (id: string | null) => (await db.prospect.findUniqueOrThrow({ where: { id: id ?? "" } })).salesStage

/** The visits in days since the start, such as `develop 0-3`; an open one ends in nothing. */
async function visits(opportunityId: string): Promise<string[]> {
  const rows = await db.stageVisit.findMany({ where: { opportunityId }, orderBy: { enteredAt: "asc" } })
  const at = (time: Date | null) => (time ? String((time.getTime() - start.getTime()) / 86_400_000) : "")
  return rows.map(({ stage, enteredAt, leftAt }) => `${stage} ${at(enteredAt)}-${at(leftAt)}`)
}

test("a request that is rejected while the opportunity which it joined moves on says how it ended", async () => {
  const henrik = await aStaff("commerce_manager")
  const { id, accountId } = await anOpportunity(maja)
  const lead = await aLead()
  await qualify(maja, lead.id, { accountId, opportunity: "attach", opportunityId: id })
  const prospectId = lead.prospectId ?? ""
  await whileHolding(
    (ctx) => rejectProspect({ ...ctx, actor: henrik }, { prospectId, reason: "No fit", noteToApplicant: null }),
    () => move(maja, id, "propose"),
  )
  expect(await inSales(prospectId)).toBe("Disqualified")
  expect((await theDeal(id)).stage).toBe("propose")
})

describe("a lead", () => {
  test("is Contacted and New again, and its prospect says so", async () => {
    const lead = await aLead()
    await mark(maja, lead.id, "contacted")
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open", statusReason: "contacted" })
    expect(await inSales(lead.prospectId)).toBe("Contacted")
    await expect(mark(priya, lead.id, "contacted")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^Maja Lindqvist marked the lead .* Contacted already\.$/),
    })
    await mark(maja, lead.id, "new")
    expect(await inSales(lead.prospectId)).toBe("New")
  })

  test("that was Contacted is Contacted again when its qualification is undone", async () => {
    const lead = await aLead()
    await mark(maja, lead.id, "contacted")
    const { decisionId } = await qualify(maja, lead.id)
    await undo(maja, decisionId)
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open", statusReason: "contacted" })
    expect(await inSales(lead.prospectId)).toBe("Contacted")
  })

  test("marked and disqualified at once ends in one state", async () => {
    for (let round = 0; round < 8; round++) {
      const lead = await aLead()
      const settled = await Promise.allSettled([mark(maja, lead.id, "contacted"), disqualify(priya, lead.id)])
      const { state, statusReason } = await db.lead.findUniqueOrThrow({ where: { id: lead.id } })
      expect(state === "disqualified" ? statusReason : settled[1]?.status).toBe(state === "disqualified" ? "lost" : "rejected")
    }
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("an opportunity's stages", () => {
  test("go forward and back, and each visit is kept with its days", async () => {
    const { id, prospectId } = await anOpportunity(maja, {}, start)
    await move(maja, id, "propose", day(3))
    await move(maja, id, "develop", day(4))
    await move(maja, id, "close", day(9))
    expect(await visits(id)).toEqual(["develop 0-3", "propose 3-4", "develop 4-9", "close 9-"])
    expect(await inSales(prospectId)).toBe("Close")
    expect(await db.dualWrite.count({ where: { sourceId: id, operation: "update" } })).toBe(3)
    expect(await db.fieldChange.count({ where: { recordId: id, field: "stage" } })).toBe(3)
  })

  test("end with the close and begin again where it was reopened", async () => {
    const { id, prospectId } = await anOpportunity(maja, {}, start)
    await move(maja, id, "propose", day(2))
    await win(maja, id, {}, day(5))
    expect(await visits(id)).toEqual(["develop 0-2", "propose 2-5"])
    await reopen(maja, id, day(8))
    expect(await visits(id)).toEqual(["develop 0-2", "propose 2-5", "propose 8-"])
    expect(await inSales(prospectId)).toBe("Propose")
    expect(await brokenInvariants()).toEqual([])
  })

  test("are right after an undo: of a close the visit goes on, of a qualification there were none", async () => {
    const { id } = await anOpportunity(maja, {}, start)
    await move(maja, id, "propose", day(2))
    const { decisionId } = await lose(maja, id, {}, day(5))
    await undo(maja, decisionId, day(5))
    expect(await visits(id)).toEqual(["develop 0-2", "propose 2-"])
    expect(await theDeal(id)).toMatchObject({ stage: "propose", stageEnteredAt: day(2), state: "open" })
    const lead = await aLead({}, start)
    const qualified = await qualify(maja, lead.id, {}, start)
    await undo(maja, qualified.decisionId, start)
    expect(await visits(qualified.opportunityId ?? "")).toEqual([])
  })

  test("of two who saw it at Develop and move it at once one wins, the other reads who was faster, and one visit is open", async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await anOpportunity(maja, {}, start)
      const asked = new Date()
      const settled = await Promise.allSettled([
        move(maja, id, "propose", asked, "develop"),
        move(priya, id, "close", new Date(asked.getTime() + (round % 3) - 1), "develop"),
      ])
      const lost = settled.find((one) => one.status === "rejected")
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(lost?.reason).toMatchObject({ code: "conflict", message: expect.stringMatching(/^(Maja Lindqvist|Priya Raman) moved/) })
      const { stage } = await theDeal(id)
      expect(await db.stageVisit.findMany({ where: { opportunityId: id, leftAt: null }, select: { stage: true } })).toEqual([{ stage }])
    }
  })

  test("are all kept where somebody comes second who asked first, and follow one another", async () => {
    const { id } = await anOpportunity(maja, {}, start)
    await move(priya, id, "close", day(2))
    await move(maja, id, "propose", new Date(day(2).getTime() - 40))
    await move(priya, id, "develop", day(2))
    const rows = await db.stageVisit.findMany({ where: { opportunityId: id }, orderBy: { enteredAt: "asc" } })
    expect(rows.map(({ stage }) => stage)).toEqual(["develop", "close", "propose", "develop"])
    for (const [at, { leftAt }] of rows.entries()) expect(leftAt).toEqual(rows[at + 1]?.enteredAt ?? null)
    expect(await theDeal(id)).toMatchObject({ stage: "develop", stageEnteredAt: rows.at(-1)?.enteredAt })
  })

  test("a qualification is not undone over a later move of its opportunity", async () => {
    const lead = await aLead()
    const { decisionId, opportunityId } = await qualify(maja, lead.id)
    await move(maja, opportunityId ?? "", "propose")
    await expect(undo(maja, decisionId)).rejects.toMatchObject({ code: "conflict" })
  })
})

test("On Hold and back leaves the stage and its days alone, and can be closed", async () => {
  const { id } = await anOpportunity(maja, {}, start)
  const act = (deed: typeof holdOpportunity) => inTransaction(maja, (ctx) => deed({ ...ctx, actor: maja }, { opportunityId: id }), day(1))
  await act(holdOpportunity)
  expect(await theDeal(id)).toMatchObject({ statusReason: "on_hold", stage: "develop", stageEnteredAt: start })
  await expect(act(holdOpportunity)).rejects.toMatchObject({ code: "conflict" })
  await act(resumeOpportunity)
  await act(holdOpportunity)
  const { decisionId } = await win(maja, id, {}, day(2))
  await undo(maja, decisionId, day(2))
  expect(await theDeal(id)).toMatchObject({ statusReason: "on_hold", state: "open" })
  expect(await visits(id)).toEqual(["develop 0-"])
})

test("an opportunity, an account and a contact are given to whoever works in Sales", async () => {
  const { id, accountId, contactId } = await anOpportunity(maja)
  const auditor = await aStaff("auditor")
  const give = (deed: typeof assignOpportunity, record: string, to: Staff, by = priya, was?: string | null) =>
    inTransaction(by, (ctx) => deed({ ...ctx, actor: by }, { id: record, ownerId: to.id, was }))
  await give(assignOpportunity, id, priya)
  await give(assignAccount, accountId, priya)
  await give(assignContact, contactId, priya)
  expect(await theDeal(id)).toMatchObject({ ownerName: "Priya Raman" })
  expect(await db.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({ ownerId: priya.id })
  expect(await db.contact.findUniqueOrThrow({ where: { id: contactId } })).toMatchObject({ ownerId: priya.id })
  expect(await db.fieldChange.count({ where: { recordId: { in: [id, accountId, contactId] }, field: "owner", to: "Priya Raman" } })).toBe(3)
  await expect(give(assignOpportunity, id, maja, maja)).rejects.toMatchObject({ code: "forbidden" })
  await expect(give(assignOpportunity, id, auditor)).rejects.toMatchObject({ code: "invalid" })
  for (const [deed, record] of [
    [assignOpportunity, id] as const,
    [assignAccount, accountId] as const,
    [assignContact, contactId] as const,
  ]) {
    await expect(give(deed, record, maja, priya, maja.id)).rejects.toMatchObject({ code: "conflict" })
    await give(deed, record, maja, priya, priya.id)
  }
  expect(await theDeal(id)).toMatchObject({ ownerId: maja.id })
})
