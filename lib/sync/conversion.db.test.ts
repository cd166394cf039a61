import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { readHistory } from "@/lib/platform/history"
import { newId } from "@/lib/platform/ids"
import { aLead, anOpportunity, approve, aStaff, asApplicant, lose, qualify, reactivate, reject, reopen, undo, win } from "@/prisma/makers"
import { type Choice, createAll } from "./conversion/choice"
import { editAccount } from "./edit-account"
import { brokenInvariants } from "./invariants"
import { qualifyLeads } from "./qualify-lead"
import { bothStores } from "./testing-stores"

let maja: Staff
let tomas: Staff
let henrik: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  henrik = await aStaff("commerce_manager")
})

const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const prospectOf = (lead: { prospectId: string | null }) => db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })
const letters = (lead: { prospectId: string | null }, letter: string) =>
  db.mail.count({ where: { letter, about: { path: ["prospectId"], equals: lead.prospectId ?? "" }, state: { not: "canceled" } } })
const many = (staff: Staff, asked: { leadId: string; choice?: Choice }[]) =>
  inTransaction(staff, (ctx) =>
    qualifyLeads(
      { ...ctx, actor: staff },
      asked.map(({ leadId, choice = createAll }) => ({ leadId, choice, version: null })),
    ),
  )

describe("picked fields", () => {
  test("are written on the account, the contact and their customers, kept in the history, and put back by undo", async () => {
    const first = await anOpportunity(maja)
    const lead = await aLead({ companyName: "Atlântico do Norte, Lda.", phone: "+351220000000", website: "https://norte.example" })
    const before = await bothStores()
    const account = await db.account.findUniqueOrThrow({ where: { id: first.accountId } })
    const { decisionId } = await qualify(maja, lead.id, {
      accountId: first.accountId,
      accountVersion: account.version,
      accountPicks: ["name", "phone", "website"],
      contactId: first.contactId,
      contactPicks: ["phone", "email"],
    })
    expect(await db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      name: "Atlântico do Norte, Lda.",
      phone: "+351220000000",
      domain: "norte.example",
      nameKey: "atlantico do norte",
      street: account.street,
    })
    expect(await db.customer.findUniqueOrThrow({ where: { id: account.customerId ?? "" } })).toMatchObject({
      name: "Atlântico do Norte, Lda.",
      phone: "+351220000000",
      status: "provisional",
    })
    const contact = await db.contact.findUniqueOrThrow({ where: { id: first.contactId } })
    expect(contact).toMatchObject({ email: lead.email, phone: "+351220000000", searchText: expect.stringContaining("atlantico do norte") })
    expect(await db.customer.findUniqueOrThrow({ where: { id: contact.customerId ?? "" } })).toMatchObject({ email: lead.email })
    expect((await readHistory({ recordId: account.id })).rows.map(({ field, to }) => [field, to])).toEqual(
      expect.arrayContaining([
        ["name", "Atlântico do Norte, Lda."],
        ["phone", "+351220000000"],
      ]),
    )
    expect(await db.dualWrite.count({ where: { decisionId, operation: "update" } })).toBe(2)
    expect(await brokenInvariants()).toEqual([])
    await undo(maja, decisionId)
    expect(await bothStores()).toEqual(before)
    expect((await readHistory({ recordId: account.id, field: "name" })).rows[0]).toMatchObject({
      from: "Atlântico do Norte, Lda.",
      to: account.name,
    })
  })

  test("are refused where the record was changed since it was looked at", async () => {
    const first = await anOpportunity(maja)
    const lead = await aLead()
    const use = { accountId: first.accountId, accountVersion: 1, contactId: first.contactId, contactVersion: 1 }
    const seenAt = new Date()
    const edit = { id: first.accountId, version: 1, changes: { phone: "+351210000009", city: "Faro" }, base: {} }
    await inTransaction(maja, (ctx) => editAccount({ ...ctx, actor: maja }, edit), minutesLater(1))
    await expect(qualify(maja, lead.id, { ...use, seenAt: seenAt.toISOString() })).rejects.toMatchObject({
      code: "conflict",
      fields: { accountId: expect.stringMatching(/Maja Lindqvist changed (Phone, City|City, Phone) of .* Nothing was written/) },
    })
    await expect(qualify(maja, lead.id, use)).rejects.toMatchObject({
      fields: { accountId: expect.stringContaining("was changed while you looked at it") },
    })
    await expect(qualify(maja, lead.id, { version: lead.version + 1 })).rejects.toMatchObject({ code: "conflict" })
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open" })
  })

  test("keep the address of somebody who signs in to the portal, and one address for one person", async () => {
    const partner = await anOpportunity(maja)
    await win(maja, partner.id)
    const lead = await aLead()
    const use = { accountId: partner.accountId, contactId: partner.contactId }
    await expect(qualify(maja, lead.id, { ...use, contactPicks: ["email"] })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("signs in to the partner portal"),
    })
    const [one, other] = [await anOpportunity(maja), await anOpportunity(maja)]
    const twin = await db.contact.findUniqueOrThrow({ where: { id: other.contactId } })
    const again = await aLead({ email: twin.email ?? "" })
    await expect(
      qualify(maja, again.id, { accountId: one.accountId, contactId: one.contactId, contactPicks: ["email"] }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("is a contact with this email already"),
    })
    await qualify(maja, lead.id, { ...use, contactPicks: ["lastName"] })
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("several opportunities", () => {
  test("are made with the first as the one that decides; the others are sales of their own", async () => {
    const lead = await aLead()
    const before = await bothStores()
    const asked = { topic: "Ropes", estimatedRevenue: "12,000", topic2: "Engines", estimatedRevenue2: "40,000", topic3: "Paint" }
    const { opportunityIds, decisionId } = await qualify(maja, lead.id, asked)
    expect(opportunityIds).toHaveLength(3)
    const made = await db.opportunity.findMany({ where: { originatingLeadId: lead.id }, orderBy: { topic: "asc" } })
    expect(made.map(({ topic, prospectId, estimatedRevenue }) => [topic, prospectId, estimatedRevenue?.toNumber() ?? null])).toEqual([
      ["Engines", null, 40_000],
      ["Paint", null, null],
      ["Ropes", lead.prospectId, 12_000],
    ])
    await undo(maja, decisionId)
    expect(await bothStores()).toEqual(before)

    const again = await qualify(maja, lead.id, asked)
    const [ropes, engines, paint] = again.opportunityIds
    await win(maja, engines ?? "")
    await lose(maja, paint ?? "")
    expect(await prospectOf(lead)).toMatchObject({ status: "pending" })
    expect(await brokenInvariants()).toEqual([])
    await win(maja, ropes ?? "")
    expect(await prospectOf(lead)).toMatchObject({ status: "approved" })
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("a lead that joins an open opportunity", () => {
  async function joined(given: Parameters<typeof aLead>[0] = {}) {
    const opportunity = await anOpportunity(maja)
    const first = await db.lead.findUniqueOrThrow({ where: { id: opportunity.originatingLeadId ?? "" } })
    const lead = await aLead(given)
    const before = await bothStores()
    const made = await qualify(maja, lead.id, { accountId: opportunity.accountId, opportunity: "attach", opportunityId: opportunity.id })
    expect(made.opportunityId).toBe(opportunity.id)
    expect(await prospectOf(lead)).toMatchObject({ opportunityId: opportunity.id, salesStage: "Develop", status: "pending" })
    expect(await brokenInvariants()).toEqual([])
    return { opportunity, first, lead, before, decisionId: made.decisionId }
  }

  test("is undone without a trace on the opportunity", async () => {
    const { before, decisionId } = await joined()
    await undo(maja, decisionId)
    expect(await bothStores()).toEqual(before)
  })

  test("is approved with it: one hierarchy for the company, a seat and a letter for each requestor; undo takes back both", async () => {
    const { opportunity, first, lead } = await joined()
    const open = await bothStores()
    const { decisionId } = await win(maja, opportunity.id)
    const [one, other] = [await prospectOf(first), await prospectOf(lead)]
    expect([one.status, other.status]).toEqual(["approved", "approved"])
    expect(other.hierarchyId).toBe(one.hierarchyId)
    expect(await db.hierarchyMember.count({ where: { hierarchyId: one.hierarchyId ?? "", role: "admin" } })).toBe(2)
    expect([await letters(first, "prospect-approved"), await letters(lead, "prospect-approved")]).toEqual([1, 1])
    expect(await db.mail.count({ where: { recordIds: { has: lead.id }, letter: "prospect-approved" } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
    await undo(maja, decisionId)
    expect(await bothStores()).toEqual({ ...open, people: expect.anything() })
    expect(await db.mail.count({ where: { decisionId, state: "canceled" } })).toBe(2)

    await win(maja, opportunity.id, {}, minutesLater(2))
    await reopen(maja, opportunity.id, minutesLater(5))
    expect([(await prospectOf(first)).status, (await prospectOf(lead)).status]).toEqual(["pending", "pending"])
    expect(await db.hierarchy.findUniqueOrThrow({ where: { organizationId: one.organizationId ?? "" } })).toMatchObject({
      suspendedAt: expect.any(Date),
    })
    expect(await brokenInvariants()).toEqual([])
    await win(maja, opportunity.id, {}, minutesLater(6))
    expect(await brokenInvariants()).toEqual([])
  })

  test("is rejected with it, with a letter of its own; reopening brings both back", async () => {
    const { opportunity, first, lead } = await joined()
    await lose(maja, opportunity.id)
    expect([(await prospectOf(first)).status, (await prospectOf(lead)).status]).toEqual(["rejected", "rejected"])
    expect([await letters(first, "prospect-rejected"), await letters(lead, "prospect-rejected")]).toEqual([1, 1])
    const { organizationId, requestorId } = await prospectOf(lead)
    const statuses = () =>
      db.customer
        .findMany({ where: { id: { in: [organizationId ?? "", requestorId ?? ""] } }, select: { status: true } })
        .then((found) => found.map(({ status }) => status))
    expect(await statuses()).toEqual(["archived", "archived"])
    await reopen(maja, opportunity.id, minutesLater(5))
    expect(await statuses()).toEqual(["provisional", "provisional"])
    expect([(await prospectOf(first)).status, (await prospectOf(lead)).status]).toEqual(["pending", "pending"])
    expect(await brokenInvariants()).toEqual([])
  })

  test("is approved in Commerce together with the other, since one opportunity is won", async () => {
    const { opportunity, first, lead } = await joined()
    const open = await bothStores()
    const { decisionId } = await approve(henrik, lead.prospectId ?? "")
    expect([(await prospectOf(first)).status, (await prospectOf(lead)).status]).toEqual(["approved", "approved"])
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({ state: "won" })
    expect(await brokenInvariants()).toEqual([])
    await undo(henrik, decisionId)
    expect(await bothStores()).toEqual({ ...open, people: expect.anything() })
  })

  test.each(["first", "lead"] as const)("rejected in Commerce alone leaves the opportunity to the others (%s)", async (which) => {
    const { opportunity, ...leads } = await joined()
    const open = await bothStores()
    const [gone, stays] = which === "first" ? [leads.first, leads.lead] : [leads.lead, leads.first]
    const { decisionId } = await reject(henrik, gone.prospectId ?? "")
    expect(await prospectOf(gone)).toMatchObject({ status: "rejected", opportunityId: null, salesStage: "Disqualified" })
    expect(await prospectOf(stays)).toMatchObject({ status: "pending", opportunityId: opportunity.id })
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({ state: "open" })
    expect(await db.lead.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({ state: "disqualified", opportunityId: null })
    expect(await letters(gone, "prospect-rejected")).toBe(1)
    expect(await brokenInvariants()).toEqual([])
    await undo(henrik, decisionId)
    expect(await bothStores()).toEqual(open)

    await reject(henrik, gone.prospectId ?? "")
    await reactivate(maja, gone.id)
    expect(await db.lead.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({ state: "open" })
    await win(maja, opportunity.id)
    expect([(await prospectOf(gone)).status, (await prospectOf(stays)).status]).toEqual(["pending", "approved"])
    expect(await brokenInvariants()).toEqual([])
  })

  test("withdrawn by its applicant leaves it too", async () => {
    const { opportunity, lead, first } = await joined()
    await asApplicant(lead.prospectId ?? "", confirmEmail)
    await asApplicant(lead.prospectId ?? "", withdrawRequest)
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ statusReason: "no_longer_interested" })
    expect(await prospectOf(first)).toMatchObject({ status: "pending" })
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: opportunity.id } })).toMatchObject({ state: "open" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("cannot join one of another account, one that is closed, or a colleague's", async () => {
    const [one, other] = [await anOpportunity(maja), await anOpportunity(maja)]
    const lead = await aLead()
    const join = (opportunity: { id: string; accountId: string }, accountId = opportunity.accountId, staff = maja) =>
      qualify(staff, lead.id, { accountId, opportunity: "attach", opportunityId: opportunity.id })
    await expect(join(one, other.accountId)).rejects.toMatchObject({ message: expect.stringContaining("belongs to another account") })
    await expect(join(one, one.accountId, tomas)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("Maja Lindqvist owns this"),
    })
    await lose(maja, one.id)
    await expect(join(one)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("is Lost") })
  })

  test("and is closed at the same moment: either it joins before, or it is told", async () => {
    for (let round = 0; round < 8; round++) {
      const opportunity = await anOpportunity(maja)
      const lead = await aLead()
      const settled = await Promise.allSettled([
        qualify(maja, lead.id, { accountId: opportunity.accountId, opportunity: "attach", opportunityId: opportunity.id }),
        win(maja, opportunity.id),
      ])
      expect(settled.some(({ status }) => status === "fulfilled")).toBe(true)
    }
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("many at once", () => {
  test("are qualified in one transaction, each with its own decision, audit row and receipt; whoever cannot be is told why", async () => {
    const leads = await Promise.all(Array.from({ length: 6 }, () => aLead()))
    const [first, , nameless, done, foreign] = leads
    await db.lead.update({ where: { id: nameless?.id ?? "" }, data: { email: null } })
    await qualify(maja, done?.id ?? "")
    await db.lead.update({ where: { id: foreign?.id ?? "" }, data: { ownerId: tomas.id, ownerName: tomas.name } })
    const gone = newId()
    const outcomes = await many(
      maja,
      [...leads.map(({ id }) => id), gone].map((leadId) => ({ leadId })),
    )
    const told = new Map(outcomes.map(({ leadId, refusal }) => [leadId, refusal?.message ?? null]))
    expect(told.get(first?.id ?? "")).toBeNull()
    expect(told.get(nameless?.id ?? "")).toContain("no email address")
    expect(told.get(done?.id ?? "")).toContain("This lead is Qualified")
    expect(told.get(foreign?.id ?? "")).toContain("Tomás Herrera owns this")
    expect(told.get(gone)).toContain("no such lead")
    expect(outcomes.filter(({ qualified }) => qualified)).toHaveLength(3)
    expect(await db.decision.count({ where: { leadId: { in: leads.map(({ id }) => id) } } })).toBe(4)
    expect(await brokenInvariants()).toEqual([])
  })

  test("two leads of one person get one contact and one customer; each is undone by itself, the later one first", async () => {
    const email = "one@person.example"
    const [one, other] = [await aLead({ email }), await aLead({ email })]
    const before = await bothStores()
    const [first, second] = await many(maja, [{ leadId: one.id }, { leadId: other.id }])
    expect(second?.qualified?.contactId).toBe(first?.qualified?.contactId)
    expect(second?.qualified?.accountId).not.toBe(first?.qualified?.accountId)
    expect(await db.customer.count({ where: { email } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
    await expect(undo(maja, first?.qualified?.decisionId ?? "")).rejects.toMatchObject({
      message: expect.stringContaining("was used since"),
    })
    await undo(maja, second?.qualified?.decisionId ?? "")
    await undo(maja, first?.qualified?.decisionId ?? "")
    expect(await bothStores()).toEqual(before)
  })

  test("leads that are to share get one account, in whatever order they come; with one that is refused, so are those that share with it", async () => {
    const [one, other, third] = [await aLead(), await aLead(), await aLead()]
    const share = (leadId: string): Choice => ({ ...createAll, account: { make: "share", leadId } })
    const outcomes = await many(maja, [
      { leadId: one.id, choice: share(other.id) },
      { leadId: other.id },
      { leadId: third.id, choice: share(one.id) },
    ])
    expect(new Set(outcomes.map(({ qualified }) => qualified?.accountId)).size).toBe(1)
    expect(await brokenInvariants()).toEqual([])
    const [blocked, waiting] = [await aLead(), await aLead()]
    await db.lead.update({ where: { id: blocked.id }, data: { email: null } })
    const [, told] = await many(maja, [{ leadId: blocked.id }, { leadId: waiting.id, choice: share(blocked.id) }])
    expect(told?.refusal?.message).toContain("it was to share")
  })

  test("two leads that change one account are written in their order, and undone in the opposite one", async () => {
    const first = await anOpportunity(maja)
    const [one, other] = [await aLead({ phone: "+351210000001" }), await aLead({ phone: "+351210000002" })]
    const before = await bothStores()
    const take: Choice["account"] = { make: "use", id: first.accountId, picks: ["phone", "name"], version: null }
    const [a, b] = await many(maja, [
      { leadId: one.id, choice: { ...createAll, account: take } },
      { leadId: other.id, choice: { ...createAll, account: take } },
    ])
    expect(await db.account.findUniqueOrThrow({ where: { id: first.accountId } })).toMatchObject({
      phone: "+351210000002",
      name: other.companyName,
    })
    expect(await brokenInvariants()).toEqual([])
    await expect(undo(maja, a?.qualified?.decisionId ?? "")).rejects.toMatchObject({
      message: expect.stringContaining("was changed since"),
    })
    await undo(maja, b?.qualified?.decisionId ?? "")
    expect(await db.account.findUniqueOrThrow({ where: { id: first.accountId } })).toMatchObject({
      phone: "+351210000001",
      name: one.companyName,
    })
    expect(before).toBeDefined()
  })

  test("the same leads from two sellers at once are qualified once", async () => {
    const leads = await Promise.all(Array.from({ length: 5 }, () => aLead()))
    const asked = leads.map(({ id }) => ({ leadId: id }))
    const [one, other] = await Promise.all([many(maja, asked), many(tomas, [...asked].reverse())])
    const done = [...one, ...other].filter(({ qualified }) => qualified)
    expect(done).toHaveLength(5)
    expect(await db.account.count({ where: { originatingLeadId: { in: leads.map(({ id }) => id) } } })).toBe(5)
    expect(await brokenInvariants()).toEqual([])
  })
})
