import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { aLead, anOpportunity, aProspect, approve, aStaff, disqualify, lose, qualify, reject, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"

let seller: Staff
let commerce: Staff

beforeAll(async () => {
  seller = await aStaff("seller")
  commerce = await aStaff("commerce_manager")
})

describe("the road", () => {
  test("a request is a prospect, a lead, a dual-write, an audit row and a receipt letter", async () => {
    const lead = await aLead()
    expect(lead).toMatchObject({ state: "open", statusReason: "new", fromCommerce: true, ownerId: null })
    const prospect = await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })
    expect(prospect).toMatchObject({ status: "pending", leadId: lead.id })
    expect(prospect.number).toMatch(/^PRO-\d{6}$/)
    expect(await db.dualWrite.count({ where: { targetId: lead.id, map: "prospects_leads" } })).toBe(1)
    expect(await db.auditEntry.count({ where: { recordIds: { has: lead.id } } })).toBe(1)
    expect(await db.mail.findMany({ where: { recordIds: { has: prospect.id } } })).toMatchObject([
      { letter: "request-received", state: "waiting" },
    ])
  })

  test("qualify makes an account, a contact, an opportunity and two provisional customers", async () => {
    const lead = await aLead()
    const { opportunityId, accountId, contactId } = await qualify(seller, lead.id)
    const opportunity = await db.opportunity.findUniqueOrThrow({
      where: { id: opportunityId ?? "" },
      include: { account: true, contact: true },
    })
    expect(opportunity).toMatchObject({ state: "open", stage: "develop", accountId, contactId, ownerId: seller.id })
    const customers = await db.customer.findMany({ where: { salesId: { in: [accountId, contactId] } } })
    expect(customers.map(({ type, status }) => [type, status]).sort()).toEqual([
      ["organization", "provisional"],
      ["person", "provisional"],
    ])
    expect(opportunity.account.customerNumber).toMatch(/^CUS-\d{6}$/)
    expect(opportunity.contact.customerNumber).toMatch(/^CUS-\d{6}$/)
    expect(await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })).toMatchObject({
      opportunityId,
      salesStage: "Develop",
    })
    expect(await brokenInvariants()).toEqual([])
  })

  test("won approves: customers active, hierarchy with the requestor as pending Admin, one letter held back", async () => {
    const opportunity = await anOpportunity(seller)
    const { hierarchyNumber } = await win(seller, opportunity.id, { actualRevenue: 48_000 })
    expect(hierarchyNumber).toMatch(/^HIE-\d{6}$/)
    const prospect = await db.prospect.findUniqueOrThrow({
      where: { id: opportunity.prospectId ?? "" },
      include: { organization: true, requestor: true, hierarchy: { include: { members: true } } },
    })
    expect(prospect).toMatchObject({ status: "approved", organization: { status: "active" }, requestor: { status: "active" } })
    expect(prospect.hierarchy?.members).toMatchObject([{ role: "admin", status: "pending" }])
    const letters = await db.mail.findMany({ where: { recordIds: { has: prospect.id }, letter: "prospect-approved" } })
    expect(letters).toHaveLength(1)
    expect(letters[0]?.sendAfter.getTime()).toBeGreaterThan(Date.now() + 50_000)
    expect(await brokenInvariants()).toEqual([])
  })

  test("lost rejects: provisional customers archived, one decline letter", async () => {
    const opportunity = await anOpportunity(seller)
    await lose(seller, opportunity.id)
    const prospect = await db.prospect.findUniqueOrThrow({
      where: { id: opportunity.prospectId ?? "" },
      include: { organization: true, requestor: true },
    })
    expect(prospect).toMatchObject({ status: "rejected", organization: { status: "archived" }, requestor: { status: "archived" } })
    expect(await db.mail.count({ where: { recordIds: { has: prospect.id }, letter: "prospect-rejected" } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("approve in Commerce qualifies the open lead and wins its opportunity in the same transaction", async () => {
    const prospect = await aProspect()
    await approve(commerce, prospect.id)
    const lead = await db.lead.findUniqueOrThrow({ where: { id: prospect.leadId ?? "" }, include: { opportunity: true } })
    expect(lead).toMatchObject({ state: "qualified", opportunity: { state: "won" } })
    expect(await brokenInvariants()).toEqual([])
  })

  test("reject in Commerce disqualifies the open lead, or loses its opportunity", async () => {
    const prospect = await aProspect()
    await reject(commerce, prospect.id)
    expect(await db.lead.findUniqueOrThrow({ where: { id: prospect.leadId ?? "" } })).toMatchObject({
      state: "disqualified",
      statusReason: "lost",
    })
    const opportunity = await anOpportunity(seller)
    await reject(commerce, opportunity.prospectId ?? "")
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({
      state: "lost",
      statusReason: "canceled",
    })
    expect(await brokenInvariants()).toEqual([])
  })

  test("every decision can be undone within its window, data and mail together", async () => {
    const lead = await aLead()
    const before = await snapshot(lead.id)
    const qualified = await qualify(seller, lead.id)
    await undo(seller, qualified.decisionId)
    expect(await snapshot(lead.id)).toEqual(before)

    const again = await qualify(seller, lead.id)
    const open = await snapshot(lead.id)
    const won = await win(seller, again.opportunityId ?? "")
    await undo(seller, won.decisionId)
    expect(await snapshot(lead.id)).toEqual(open)
    expect(await db.mail.findMany({ where: { decisionId: won.decisionId } })).toMatchObject([{ state: "canceled" }])

    const prospect = await aProspect()
    const fresh = await snapshot(prospect.leadId ?? "")
    const approved = await approve(commerce, prospect.id)
    await undo(commerce, approved.decisionId)
    expect(await snapshot(prospect.leadId ?? "")).toEqual(fresh)

    const dropped = await disqualify(seller, prospect.leadId ?? "")
    await undo(seller, dropped.decisionId)
    expect(await snapshot(prospect.leadId ?? "")).toEqual(fresh)
    expect(await brokenInvariants()).toEqual([])
  })
})

/** Everything that hangs on a lead on both sides, without versions. */
async function snapshot(leadId: string) {
  const lead = await db.lead.findUniqueOrThrow({
    where: { id: leadId },
    omit: { version: true },
    include: { account: { omit: { version: true } }, contact: { omit: { version: true } }, opportunity: { omit: { version: true } } },
  })
  const prospect = await db.prospect.findUnique({
    where: { id: lead.prospectId ?? "" },
    omit: { version: true },
    include: {
      organization: { omit: { version: true } },
      requestor: { omit: { version: true } },
      hierarchy: { include: { members: true } },
    },
  })
  return { lead, prospect }
}
