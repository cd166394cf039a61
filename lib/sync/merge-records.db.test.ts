import { beforeAll, describe, expect, test } from "vitest"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db, Prisma } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { newLead } from "@/lib/sales/leads/new-lead"
import { aLead, anOpportunity, aStaff, merge, qualify, runMap, unmerge, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"
import { tableOf } from "./merge-counts"
import { type MergedTable, pointers } from "./merge-pointers"
import { tallied, wholeStores } from "./testing-whole-stores"

const early = new Date("2026-11-20T10:00:00Z")

let maja: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
})

type Column = "leadId" | "accountId" | "contactId" | "opportunityId"

/** One of each kind of activity on a record, with a file on the note. */
async function activities(column: Column, id: string): Promise<void> {
  const who = { actorId: maja.id, actorName: maja.name, at: early, [column]: id }
  const note = newId()
  const owned = { ownerId: maja.id, ownerName: maja.name, subject: "Call back" }
  await db.activity.createMany({
    data: [
      { ...who, id: note, kind: "note", text: "They know the fleet." },
      { ...who, id: newId(), kind: "task", text: "", ...owned },
      { ...who, id: newId(), kind: "phone_call", text: "", subject: "First call", direction: "outgoing" },
      { ...who, id: newId(), kind: "appointment", text: "", subject: "Visit", endAt: early },
      { ...who, id: newId(), kind: "email", text: "Hello" },
    ],
  })
  await db.attachment.create({
    data: { id: newId(), activityId: note, name: "fleet.pdf", size: 5, uploadedById: maja.id, uploadedByName: maja.name, createdAt: early },
  })
}

const stakeholder = (given: Prisma.StakeholderUncheckedCreateInput) => db.stakeholder.create({ data: given })
const stake = (contactId: string | null, column: Partial<Record<Column, string>>) =>
  stakeholder({ id: newId(), role: "champion", name: "Rui Costa", contactId, createdAt: early, ...column })

/** Whether every column that points at a table points at this row by at least one row: the test of a test. */
async function hasEveryChild(table: MergedTable, id: string): Promise<string[]> {
  const missing: string[] = []
  for (const { table: from, column } of pointers[table]) {
    const [{ n } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>(
      Prisma.sql`select count(*)::int as n from ${Prisma.raw(from)} where ${Prisma.raw(column)} = ${id}::uuid`,
    )
    if (n === 0) missing.push(`${from}.${column}`)
  }
  return missing
}

async function twoLeads() {
  const [one, two] = [
    await aLead({ companyName: "Contoso Ltd." }, early),
    await aLead({ companyName: "Contoso Limited", phone: null }, early),
  ]
  await db.lead.update({ where: { id: two.id }, data: { jobTitle: "Head of purchasing", estimatedValue: 48000 } })
  return { one, two }
}

describe("two leads", () => {
  /** An account, a contact and an opportunity that say that they came from the lead: what a person may have written by hand. */
  async function fullLead() {
    const { one, two } = await twoLeads()
    const other = await anOpportunity(maja, {}, early)
    await activities("leadId", two.id)
    await db.leadScore.create({ data: { leadId: two.id, score: 40, grade: "b", version: 1, fired: [0], scoredAt: early } })
    await db.timerEvent.create({ data: { leadId: two.id, timer: "response", kind: "warning", at: early, markedAt: early } })
    await db.escalationTold.create({ data: { personId: newId(), leadId: two.id, timer: "response", kind: "warning", at: early } })
    await db.timerPause.create({ data: { id: newId(), leadId: two.id, fromAt: early, reason: "Asked", byName: "Maja" } })
    await db.assignmentWait.create({ data: { leadId: two.id, since: early, nextAt: early } })
    const email = await db.activity.findFirstOrThrow({ where: { leadId: two.id, kind: "email" } })
    const asked = { subject: "Your tax ID", text: "Which one?", askedByName: "Maja", askedAt: early }
    await db.question.create({
      data: { id: newId(), leadId: two.id, prospectId: two.prospectId ?? "", activityId: email.id, ...asked },
    })
    await stake(other.contactId, { leadId: two.id })
    await stake(other.contactId, { leadId: one.id })
    await stake(null, { leadId: two.id })
    await db.account.update({ where: { id: other.accountId }, data: { originatingLeadId: two.id } })
    await db.contact.update({ where: { id: other.contactId }, data: { originatingLeadId: two.id } })
    await db.opportunity.update({ where: { id: other.id }, data: { originatingLeadId: two.id } })
    expect(await hasEveryChild("sales.lead", two.id)).toEqual([])
    return { one, two }
  }

  test("become one: what the other had follows, empty fields are filled, and its request ends as Merged without a letter", async () => {
    const { one, two } = await fullLead()
    const mails = await db.mail.count()
    await merge(maja, "lead", [one.id, two.id])
    expect(await db.lead.findUnique({ where: { id: two.id } })).toBeNull()
    expect(await db.lead.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
      companyName: "Contoso Ltd.",
      jobTitle: "Head of purchasing",
      prospectNumber: one.prospectNumber,
      version: one.version + 1,
    })
    expect(await db.activity.count({ where: { leadId: one.id } })).toBe(5)
    expect(await db.stakeholder.count({ where: { leadId: one.id } })).toBe(2)
    expect(await db.prospect.findUniqueOrThrow({ where: { id: two.prospectId ?? "" } })).toMatchObject({
      status: "merged",
      mergedIntoId: one.prospectId,
      leadId: null,
      decidedByName: "Maja Lindqvist",
    })
    expect(await db.mail.count()).toBe(mails)
    expect(await db.mergedRecord.findUniqueOrThrow({ where: { id: two.id } })).toMatchObject({ intoId: one.id, label: "Contoso Limited" })
    expect(await db.auditEntry.findMany({ where: { move: "lead.merge", recordIds: { has: two.id } } })).toHaveLength(1)
    expect(await db.fieldChange.findMany({ where: { recordId: one.id, field: { in: ["jobTitle", "value"] } } })).toHaveLength(2)
    expect(await brokenInvariants()).toEqual([])
  })

  test("are as they were once they are parted, row by row in both stores, and so are the figures", async () => {
    const { one, two } = await fullLead()
    const [stores, figures] = [await wholeStores(), await tallied()]
    const { mergeId } = await merge(maja, "lead", [one.id, two.id], { company: "loser", phone: "loser", name: "loser", address: "loser" })
    expect(await brokenInvariants()).toEqual([])
    expect(await wholeStores()).not.toEqual(stores)
    expect(await unmerge(maja, mergeId)).toMatchObject({ id: two.id, kept: [] })
    expect(await wholeStores()).toEqual(stores)
    expect(await tallied()).toEqual(figures)
    expect(await brokenInvariants()).toEqual([])
  })

  test("of which only the other has a request: the one that stays takes it over, and it is decided with it", async () => {
    const { two } = await twoLeads()
    const byHand = await inTransaction(
      maja,
      (ctx) => newLead({ ...ctx, actor: maja }, { company: "Contoso", lastName: "Silva" } as never),
      early,
    )
    const stores = await wholeStores()
    const { mergeId } = await merge(maja, "lead", [byHand.id, two.id])
    expect(await db.lead.findUniqueOrThrow({ where: { id: byHand.id } })).toMatchObject({
      prospectNumber: two.prospectNumber,
      fromCommerce: true,
    })
    expect(await db.prospect.findUniqueOrThrow({ where: { id: two.prospectId ?? "" } })).toMatchObject({
      status: "pending",
      leadId: byHand.id,
    })
    expect(await brokenInvariants()).toEqual([])
    await unmerge(maja, mergeId)
    expect(await wholeStores()).toEqual(stores)

    const again = await merge(maja, "lead", [byHand.id, two.id])
    await qualify(maja, byHand.id, {}, early)
    expect(await brokenInvariants()).toEqual([])
    await expect(unmerge(maja, again.mergeId)).rejects.toMatchObject({ message: expect.stringContaining("can no longer be parted") })
  })
})

describe("two accounts", () => {
  async function fullAccounts() {
    const [one, two] = [await anOpportunity(maja, {}, early), await anOpportunity(maja, { companyName: "Contoso GmbH" }, early)]
    await win(maja, two.id, {}, early)
    await activities("accountId", two.accountId)
    await stake(one.contactId, { accountId: two.accountId })
    await stake(one.contactId, { accountId: one.accountId })
    await stake(null, { accountId: two.accountId })
    const { customerId } = await db.account.findUniqueOrThrow({ where: { id: two.accountId } })
    const { customerId: personId } = await db.contact.findUniqueOrThrow({ where: { id: two.contactId } })
    expect(await hasEveryChild("sales.account", two.accountId)).toEqual([])
    return { one, two, customerId: customerId ?? "", personId: personId ?? "" }
  }

  test("become one, their customers too, under the number of the one that stays; the hierarchy follows", async () => {
    const { one, two, customerId } = await fullAccounts()
    const kept = await db.customer.findUniqueOrThrow({ where: { salesId: one.accountId } })
    expect(kept.status).toBe("provisional")
    await merge(maja, "account", [one.accountId, two.accountId])
    expect(await db.customer.findUnique({ where: { id: customerId } })).toBeNull()
    expect(
      await db.customer.findUniqueOrThrow({ where: { salesId: one.accountId }, include: { hierarchies: true, people: true } }),
    ).toMatchObject({
      number: kept.number,
      status: "active",
      hierarchies: [{ name: "Contoso GmbH" }],
      people: [{}, {}],
    })
    expect(await db.opportunity.count({ where: { accountId: one.accountId } })).toBe(2)
    expect(await db.dualWrite.count({ where: { operation: "merge", targetId: kept.id } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("are as they were once they are parted, row by row in both stores", async () => {
    for (const keeps of [{}, { name: "loser", address: "loser", website: "loser" }] as Record<string, "loser">[]) {
      const { one, two } = await fullAccounts()
      const stores = await wholeStores()
      const { mergeId } = await merge(maja, "account", [one.accountId, two.accountId], keeps)
      expect(await brokenInvariants()).toEqual([])
      expect(await unmerge(maja, mergeId)).toMatchObject({ kept: [] })
      expect(await wholeStores()).toEqual(stores)
      expect(await brokenInvariants()).toEqual([])
    }
  })

  test("of which only the other has a customer: it becomes the counterpart of the one that stays", async () => {
    const { two } = await fullAccounts()
    const id = newId()
    await db.account.create({ data: { id, name: "Contoso", nameKey: "contoso", createdAt: early, searchText: "contoso" } })
    const stores = await wholeStores()
    const { mergeId } = await merge(maja, "account", [id, two.accountId])
    expect(await db.customer.findUniqueOrThrow({ where: { salesId: id } })).toMatchObject({ status: "active", name: "Contoso" })
    expect(await brokenInvariants()).toEqual([])
    await unmerge(maja, mergeId)
    expect(await wholeStores()).toEqual(stores)
  })

  test("are refused while Commerce cannot follow, and nothing is written", async () => {
    const { one, two } = await fullAccounts()
    await runMap(noor, "accounts_customers", "stop")
    try {
      const stores = await wholeStores()
      await expect(merge(maja, "account", [one.accountId, two.accountId])).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("does not run, so customer"),
      })
      expect(await wholeStores()).toEqual(stores)
    } finally {
      await runMap(noor, "accounts_customers", "start")
    }
  })
})

describe("two contacts", () => {
  async function fullContacts() {
    const [one, two] = [await anOpportunity(maja, {}, early), await anOpportunity(maja, { firstName: "Anna" }, early)]
    const third = await anOpportunity(maja, {}, early)
    await activities("contactId", two.contactId)
    await stake(two.contactId, { accountId: one.accountId })
    await stake(one.contactId, { accountId: one.accountId })
    await stake(two.contactId, { opportunityId: third.id })
    expect(await hasEveryChild("sales.contact", two.contactId)).toEqual([])
    return { one, two }
  }

  test("become one with one email, and are as they were once they are parted", async () => {
    for (const keeps of [{}, { email: "loser", name: "loser", account: "loser" }] as Record<string, "loser">[]) {
      const { one, two } = await fullContacts()
      const stores = await wholeStores()
      const { email } = await db.contact.findUniqueOrThrow({ where: { id: two.contactId } })
      const { mergeId } = await merge(maja, "contact", [one.contactId, two.contactId], keeps)
      if ("email" in keeps) {
        expect(await db.contact.findUniqueOrThrow({ where: { id: one.contactId } })).toMatchObject({ email, firstName: "Anna" })
        expect(await db.customer.findUniqueOrThrow({ where: { salesId: one.contactId } })).toMatchObject({ email, name: "Anna Silva" })
      }
      expect(await db.opportunity.count({ where: { contactId: one.contactId } })).toBe(2)
      expect(await brokenInvariants()).toEqual([])
      await unmerge(maja, mergeId)
      expect(await wholeStores()).toEqual(stores)
    }
  })

  test("with seats in two hierarchies: both open with the sign-in that stays, the other is signed out, and back", async () => {
    const { one, two } = await fullContacts()
    await win(maja, one.id, {}, early)
    await win(maja, two.id, {}, early)
    await db.hierarchyMember.updateMany({
      where: { customer: { salesId: { in: [one.contactId, two.contactId] } } },
      data: { status: "active", acceptedAt: early },
    })
    const seat = await db.hierarchyMember.findFirstOrThrow({ where: { customer: { salesId: two.contactId } } })
    const kept = await db.hierarchyMember.findFirstOrThrow({ where: { customer: { salesId: one.contactId } } })
    const stores = await wholeStores()
    const { mergeId } = await merge(maja, "contact", [one.contactId, two.contactId])
    expect(await db.hierarchyMember.findUniqueOrThrow({ where: { id: seat.id } })).toMatchObject({
      personId: kept.personId,
      customerId: kept.customerId,
    })
    expect(await brokenInvariants()).toEqual([])
    await unmerge(maja, mergeId)
    expect(await wholeStores()).toEqual(stores)
  })

  test("with seats in one hierarchy: one of them goes, unless it is the only Admin", async () => {
    const { one, two } = await fullContacts()
    await win(maja, one.id, {}, early)
    const admin = await db.hierarchyMember.findFirstOrThrow({ where: { customer: { salesId: one.contactId } } })
    await db.hierarchyMember.update({ where: { id: admin.id }, data: { status: "active", acceptedAt: early } })
    const { email } = await db.customer.findUniqueOrThrow({ where: { salesId: two.contactId } })
    const { memberId } = await inTransaction(
      noor,
      (ctx) => addMember(ctx, { hierarchyId: admin.hierarchyId, firstName: "Anna", lastName: "Silva", email: email ?? "", role: "user" }),
      early,
    )
    const stores = await wholeStores()
    await expect(merge(maja, "contact", [two.contactId, one.contactId])).rejects.toMatchObject({
      message: expect.stringContaining("only Admin"),
    })
    expect(await wholeStores()).toEqual(stores)
    const { mergeId } = await merge(maja, "contact", [one.contactId, two.contactId])
    expect((await db.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })).removedAt).not.toBeNull()
    expect(await brokenInvariants()).toEqual([])
    await unmerge(maja, mergeId)
    expect(await wholeStores()).toEqual(stores)
  })
})

test("each kind has a table", () => {
  expect(Object.values(tableOf).every((table) => table in pointers)).toBe(true)
})
