import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import {
  aLead,
  anOpportunity,
  aProspect,
  approve,
  aStaff,
  asApplicant,
  disqualify,
  lose,
  qualify,
  reactivate,
  reject,
  reopen,
  runMap,
  undo,
  win,
} from "@/prisma/makers"
import { brokenInvariants } from "./invariants"
import { mapKeys } from "./maps"

let maja: Staff
let tomas: Staff
let priya: Staff
let henrik: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager")
  henrik = await aStaff("commerce_manager")
  noor = await aStaff("administrator")
})

const theProspect = (id: string | null) =>
  db.prospect.findUniqueOrThrow({
    where: { id: id ?? "" },
    include: { organization: true, requestor: true, hierarchy: { include: { members: true } } },
  })
const letters = (prospectId: string | null, letter: string) =>
  db.mail.findMany({ where: { recordIds: { has: prospectId ?? "" }, letter }, orderBy: { createdAt: "asc" } })
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe("reopening", () => {
  test("a Won opportunity: prospect Pending, customers Provisional, hierarchy suspended, the partner's sessions ended", async () => {
    const opportunity = await anOpportunity(maja)
    await win(maja, opportunity.id)
    const approved = await theProspect(opportunity.prospectId)
    const member = approved.hierarchy?.members[0]
    const personId = member?.personId ?? ""
    await db.session.create({
      data: { id: newId(), sidHash: newId(), personId, createdAt: new Date(), lastSeenAt: new Date(), expiresAt: minutesLater(60) },
    })
    await reopen(maja, opportunity.id, minutesLater(5))
    const reopened = await theProspect(opportunity.prospectId)
    expect(reopened).toMatchObject({
      status: "pending",
      hierarchyId: null,
      decidedAt: null,
      organization: { status: "provisional" },
      requestor: { status: "provisional" },
    })
    expect((await db.hierarchy.findUniqueOrThrow({ where: { id: approved.hierarchyId ?? "" } })).suspendedAt).not.toBeNull()
    expect(await db.session.findMany({ where: { personId, endedAt: null } })).toEqual([])
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({
      state: "open",
      statusReason: "in_progress",
      stage: "develop",
      closedAt: null,
    })
    expect(await brokenInvariants()).toEqual([])

    await win(maja, opportunity.id, {}, minutesLater(6))
    const again = await theProspect(opportunity.prospectId)
    expect(again).toMatchObject({ status: "approved", hierarchyId: approved.hierarchyId, organization: { status: "active" } })
    expect(again.hierarchy).toMatchObject({ suspendedAt: null, members: [{ id: member?.id, role: "admin" }] })
    expect(await letters(opportunity.prospectId, "prospect-approved")).toHaveLength(2)
    expect(await db.opportunityClose.count({ where: { opportunityId: opportunity.id } })).toBe(2)
    expect(await brokenInvariants()).toEqual([])
  })

  test("a Lost opportunity: customers as they were, and a later loss sends a letter of its own", async () => {
    const opportunity = await anOpportunity(maja)
    await lose(maja, opportunity.id)
    await reopen(maja, opportunity.id, minutesLater(5))
    expect(await theProspect(opportunity.prospectId)).toMatchObject({
      status: "pending",
      organization: { status: "provisional" },
      requestor: { status: "provisional" },
    })
    await lose(maja, opportunity.id, {}, minutesLater(6))
    expect(await letters(opportunity.prospectId, "prospect-rejected")).toHaveLength(2)
    expect(await brokenInvariants()).toEqual([])
  })

  test("a Disqualified lead is reactivated without a letter, or with one when that is chosen", async () => {
    const quiet = await aLead()
    await disqualify(maja, quiet.id)
    await reactivate(maja, quiet.id)
    expect(await db.lead.findUniqueOrThrow({ where: { id: quiet.id } })).toMatchObject({ state: "open", statusReason: "new" })
    expect(await theProspect(quiet.prospectId)).toMatchObject({ status: "pending", decisionReason: null })
    expect(await letters(quiet.prospectId, "request-reopened")).toEqual([])

    const told = await aLead()
    await disqualify(maja, told.id)
    await reactivate(maja, told.id, true)
    expect(await letters(told.prospectId, "request-reopened")).toHaveLength(1)
    await disqualify(maja, told.id)
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("undo", () => {
  test("is over when the window is, and after somebody else changed the record", async () => {
    const lead = await aLead()
    const { decisionId } = await qualify(maja, lead.id)
    await expect(undo(maja, decisionId, minutesLater(1.1))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("The time to undo is over"),
    })
    await db.account.updateMany({ where: { originatingLeadId: lead.id }, data: { phone: "+4670000000", version: { increment: 1 } } })
    await expect(undo(maja, decisionId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("was changed since") })
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "qualified" })
  })

  test("is for the person who decided, and for managers", async () => {
    const lead = await aLead()
    const { decisionId } = await disqualify(maja, lead.id)
    await expect(undo(tomas, decisionId)).rejects.toMatchObject({ code: "forbidden" })
    await undo(priya, decisionId)
    expect(await theProspect(lead.prospectId)).toMatchObject({ status: "pending" })
  })

  test("is refused once the letter has left", async () => {
    const lead = await aLead()
    const { decisionId } = await disqualify(maja, lead.id)
    await db.mail.updateMany({ where: { decisionId }, data: { state: "sent" } })
    await expect(undo(maja, decisionId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("The mail has left already"),
    })
  })
})

describe("the applicant", () => {
  test("confirms the address on both sides, once", async () => {
    const prospect = await aProspect()
    await asApplicant(prospect.id, confirmEmail)
    const { emailConfirmedAt } = await theProspect(prospect.id)
    await asApplicant(prospect.id, confirmEmail, minutesLater(3))
    expect((await theProspect(prospect.id)).emailConfirmedAt).toEqual(emailConfirmedAt)
    expect((await db.lead.findUniqueOrThrow({ where: { id: prospect.leadId ?? "" } })).emailConfirmedAt).toEqual(emailConfirmedAt)
    expect(await db.auditEntry.count({ where: { move: "request.confirm_email", recordId: prospect.id } })).toBe(1)
  })

  test("withdraws a request: the open lead is Disqualified, No Longer Interested; nobody can bring it back", async () => {
    const prospect = await aProspect()
    await asApplicant(prospect.id, withdrawRequest)
    expect(await theProspect(prospect.id)).toMatchObject({ status: "withdrawn" })
    expect(await db.lead.findUniqueOrThrow({ where: { id: prospect.leadId ?? "" } })).toMatchObject({
      state: "disqualified",
      statusReason: "no_longer_interested",
    })
    await expect(reactivate(priya, prospect.leadId ?? "")).rejects.toMatchObject({ code: "conflict" })
    await expect(asApplicant(prospect.id, withdrawRequest)).rejects.toMatchObject({ code: "conflict" })
  })

  test("withdraws a request whose opportunity is open: it is Lost, Canceled, and the provisional customers are Archived", async () => {
    const opportunity = await anOpportunity(maja)
    await asApplicant(opportunity.prospectId ?? "", withdrawRequest)
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({
      state: "lost",
      statusReason: "canceled",
    })
    expect(await theProspect(opportunity.prospectId)).toMatchObject({ status: "withdrawn", organization: { status: "archived" } })
    await expect(reopen(priya, opportunity.id)).rejects.toMatchObject({ code: "conflict" })
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("what exists is used", () => {
  test("a second request of a partner: its account, contact and customers stay as they are, and no second hierarchy is made", async () => {
    const first = await anOpportunity(maja, { email: "ines@partner.example" })
    await win(maja, first.id)
    const partner = await theProspect(first.prospectId)
    const second = await aLead({ email: "ines@partner.example" })
    const { opportunityId, accountId } = await qualify(maja, second.id, { accountId: first.accountId, contactId: first.contactId })
    expect(accountId).toBe(first.accountId)
    expect(await db.customer.count({ where: { email: "ines@partner.example" } })).toBe(1)
    await lose(maja, opportunityId ?? "")
    expect(await theProspect(first.prospectId)).toMatchObject({ status: "approved", organization: { status: "active" } })
    await reopen(maja, opportunityId ?? "", minutesLater(5))
    await win(maja, opportunityId ?? "", {}, minutesLater(6))
    expect((await theProspect(second.prospectId)).hierarchyId).toBe(partner.hierarchyId)
    expect(await brokenInvariants()).toEqual([])

    await reopen(maja, opportunityId ?? "", minutesLater(9))
    expect(await theProspect(first.prospectId)).toMatchObject({ status: "approved", hierarchy: { suspendedAt: null } })
  })

  test("a lead whose person is a contact already is told to use that contact", async () => {
    await anOpportunity(maja, { email: "known@contact.example" })
    const lead = await aLead({ email: "known@contact.example" })
    await expect(qualify(maja, lead.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Use the existing contact"),
    })
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open" })
  })

  test("a qualification that skips the opportunity leaves the decision to Commerce", async () => {
    const lead = await aLead()
    expect(await qualify(maja, lead.id, { opportunity: "skip" })).toMatchObject({ opportunityId: null })
    await approve(henrik, lead.prospectId ?? "")
    expect(await theProspect(lead.prospectId)).toMatchObject({ status: "approved", organization: { status: "active" } })
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("with the integration off", () => {
  test("a request is a prospect alone, and Commerce approves and rejects by itself", async () => {
    for (const map of mapKeys) await runMap(noor, map, "stop")
    try {
      const [approved, rejected] = [await aProspect(), await aProspect()]
      expect(approved.leadId).toBeNull()
      await approve(henrik, approved.id)
      expect(await theProspect(approved.id)).toMatchObject({
        status: "approved",
        organization: { status: "active", type: "organization" },
        requestor: { status: "active", type: "person" },
        hierarchy: { members: [{ role: "admin", status: "pending" }] },
      })
      await reject(henrik, rejected.id)
      expect(await letters(rejected.id, "prospect-rejected")).toHaveLength(1)
      expect(await brokenInvariants()).toEqual([])
    } finally {
      for (const map of mapKeys) await runMap(noor, map, "start")
    }
  })

  test("with the customer maps off, qualification stays in Sales and approval makes the customers", async () => {
    await runMap(noor, "accounts_customers", "stop")
    await runMap(noor, "contacts_customers", "stop")
    const opportunity = await anOpportunity(maja)
    await runMap(noor, "accounts_customers", "start")
    await runMap(noor, "contacts_customers", "start")
    expect(await theProspect(opportunity.prospectId)).toMatchObject({ organizationId: null, requestorId: null })
    await win(maja, opportunity.id)
    expect(await theProspect(opportunity.prospectId)).toMatchObject({
      status: "approved",
      organization: { status: "active" },
      requestor: { status: "active" },
    })
    expect(await brokenInvariants()).toEqual([])
  })

  test("a map is started and stopped once; the second person is told who did", async () => {
    await runMap(noor, "prospects_leads", "stop")
    await expect(runMap(noor, "prospects_leads", "stop")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(noor.name),
    })
    await runMap(noor, "prospects_leads", "start")
  })
})

describe("the ledgers", () => {
  test("audit rows and close records are written once and never changed", async () => {
    const opportunity = await anOpportunity(maja)
    await win(maja, opportunity.id)
    await expect(db.auditEntry.updateMany({ data: { actorName: "Nobody" } })).rejects.toThrow(/never changed/)
    await expect(db.auditEntry.deleteMany()).rejects.toThrow(/never changed/)
    await expect(db.$executeRaw`truncate platform.audit_entry`).rejects.toThrow(/never changed/)
    await expect(db.opportunityClose.updateMany({ data: { description: "" } })).rejects.toThrow(/never changed/)
    await expect(db.opportunityClose.deleteMany()).rejects.toThrow(/never changed/)
  })
})
