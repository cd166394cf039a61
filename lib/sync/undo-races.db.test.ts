import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { whileHolding } from "@/lib/platform/testing-waits"
import { addNote } from "@/lib/sales/activities/add-note"
import { aLead, anOpportunity, aStaff, disqualify, qualify, reject, undo } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"
import { undoDecisions } from "./undo-decision"

let maja: Staff
let henrik: Staff
beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

describe("undo", () => {
  test.each<[string, (decisionId: string) => Promise<unknown>]>([
    ["one decision", (id) => undo(maja, id)],
    ["many decisions", (id) => inTransaction(maja, (ctx) => undoDecisions(ctx, [id]))],
  ])("of %s takes the lead before its prospect, as whoever decides does", async (_, takeBack) => {
    const lead = await aLead()
    const { decisionId } = await disqualify(maja, lead.id)
    await whileHolding(
      (ctx) => ctx.tx.$executeRaw`select 1 from sales.lead where id = ${lead.id}::uuid for update`,
      () => takeBack(decisionId),
      (ctx) => ctx.tx.$executeRaw`select 1 from commerce.prospect where id = ${lead.prospectId}::uuid for update`,
    )
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("takes along to the lead what somebody is writing on the opportunity at that moment", async () => {
    const lead = await aLead()
    const { decisionId, opportunityId } = await qualify(maja, lead.id)
    await whileHolding(
      (ctx) => addNote({ ...ctx, actor: maja }, { about: "opportunity", id: opportunityId ?? "", text: "They call back on Monday." }),
      () => undo(maja, decisionId),
    )
    expect(await db.opportunity.count({ where: { id: opportunityId ?? "" } })).toBe(0)
    expect(await db.activity.findMany({ where: { leadId: lead.id, kind: "note" } })).toMatchObject([{ text: "They call back on Monday." }])
  })

  test("is refused where somebody new has the address of a customer that the decision archived", async () => {
    const { prospectId } = await anOpportunity(maja)
    await reject(henrik, prospectId ?? "")
    const { email } = await db.prospect.findUniqueOrThrow({ where: { id: prospectId ?? "" } })
    const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { prospectId: prospectId ?? "", kind: "reject" } })
    const { customerId } = await db.contact.findUniqueOrThrow({ where: { email } })
    const archived = await db.customer.findUniqueOrThrow({ where: { id: customerId ?? "" } })
    expect(archived.status).toBe("archived")
    const { id: _, number: __, salesId: ___, ...same } = archived
    const newer = { ...same, id: newId(), number: `C-${newId().slice(-6)}`, status: "active" as const }
    await db.customer.create({ data: newer })
    const why = expect.stringContaining(`Something new has taken the place of ${archived.number} since`)
    await expect(undo(henrik, decisionId)).rejects.toMatchObject({ code: "conflict", message: why })
    const reasons = await inTransaction(henrik, (ctx) => undoDecisions(ctx, [decisionId]))
    expect([...reasons.values()]).toEqual([why])
    expect(await db.prospect.findUniqueOrThrow({ where: { id: prospectId ?? "" } })).toMatchObject({ status: "rejected" })
    expect(await brokenInvariants()).toEqual([])
  })
})
