import { beforeAll, describe, expect, test } from "vitest"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { accept, seated } from "@/lib/commerce/hierarchies/testing-partner"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, anOpportunity, aStaff, qualify, reject, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"
import { undoDecisions } from "./undo-decision"

let maja: Staff
let henrik: Staff
beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

describe("undo", () => {
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

  test("of an approval shuts a user out again whom their organization had shut out, and they can still let them in", async () => {
    const first = await anOpportunity(maja)
    await win(maja, first.id)
    const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id: first.prospectId ?? "" } })
    const [admin] = await db.hierarchyMember.findMany({ where: { hierarchyId: hierarchyId ?? "" } })
    const email = `rui.${newId().slice(-8)}@partner.example`
    const { memberId } = await inTransaction(henrik, (ctx) =>
      addMember(ctx, { hierarchyId: hierarchyId ?? "", firstName: "Rui", lastName: "Costa", email, role: "user" }),
    )
    await accept({ id: admin?.id ?? "" })
    await accept({ id: memberId })
    const ana = { kind: "partner" as const, id: admin?.personId ?? null, name: "Ana Silva", role: "Admin" }
    await inTransaction(ana, (ctx) => disableMember(ctx, { hierarchyId: hierarchyId ?? "", memberId, reason: "On leave" }))
    const { version: _, customer: __, ...shutOut } = await seated(memberId)
    expect(shutOut).toMatchObject({ status: "disabled", disabledByOwn: true })

    const lead = await aLead({ email, firstName: "Rui", lastName: "Costa" })
    const { opportunityId } = await qualify(maja, lead.id, { accountId: first.accountId })
    const { decisionId } = await win(maja, opportunityId ?? "")
    expect(await seated(memberId)).toMatchObject({ status: "active", role: "admin", disabledByOwn: false })
    await undo(maja, decisionId)
    const { version: ___, customer: ____, ...again } = await seated(memberId)
    expect(again).toEqual(shutOut)
  })
})
