import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { secretOf } from "@/lib/identity/links"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { getRequestStatus } from "@/lib/onboarding/queries"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { addNote } from "@/lib/sales/activities/add-note"
import { getStory } from "@/lib/sales/get-story"
import { editLead } from "@/lib/sales/leads/edit-lead"
import { dismissPair, restorePair } from "@/lib/sales/matching/dismiss-pair"
import { findTwins } from "@/lib/sales/matching/find-twins"
import { matchRecords } from "@/lib/sales/matching/match-records"
import { searchSales } from "@/lib/sales/search"
import {
  aLead,
  anOpportunity,
  aStaff,
  asApplicant,
  disqualify,
  lose,
  merge,
  qualify,
  reactivate,
  reopen,
  undo,
  unmerge,
  win,
} from "@/prisma/makers"
import { editAccount } from "./edit-account"
import { getMergedView } from "./get-merged"
import { brokenInvariants } from "./invariants"
import { getMergePreview } from "./merge-preview"

const early = new Date("2026-11-20T10:00:00Z")
const late = new Date("2026-11-21T10:00:00Z")
const later = (days: number) => new Date(late.getTime() + days * 86_400_000)

let maja: Staff
beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

const twoLeads = async (email?: string) => {
  const one = await aLead({ companyName: "Contoso Ltd.", ...(email ? { email } : {}) }, early)
  const two = await aLead({ companyName: "Contoso Limited", ...(email ? { email } : {}) }, early)
  return { one, two }
}
const statusOf = async (prospectId: string | null) => {
  const link = await db.link.findFirstOrThrow({ where: { subjectId: prospectId ?? "", purpose: "request_status" } })
  return getRequestStatus(secretOf(link.id, link.purpose))
}
const note = (leadId: string, text: string) =>
  inTransaction(
    maja,
    (ctx) => addNote({ ...ctx, actor: maja }, { about: "lead", id: leadId, text, attachments: [], mentions: [] } as never),
    late,
  )

describe("the applicant of a request that was merged", () => {
  test("who sent both reads so on either page, and withdraws both at once", async () => {
    const { one, two } = await twoLeads(`ana-${newId().slice(-6)}@contoso.example`)
    await merge(maja, "lead", [one.id, two.id], {}, late)
    expect(await statusOf(two.prospectId)).toMatchObject({
      number: two.prospectNumber,
      status: "Pending",
      together: { number: one.prospectNumber, isMine: true },
      canWithdraw: true,
    })
    expect((await statusOf(one.prospectId))?.together).toBeNull()
    await asApplicant(two.prospectId ?? "", confirmEmail, late)
    expect((await db.lead.findUniqueOrThrow({ where: { id: one.id } })).emailConfirmedAt).toEqual(late)
    await asApplicant(two.prospectId ?? "", withdrawRequest, late)
    expect(await statusOf(two.prospectId)).toMatchObject({ status: "Withdrawn", canWithdraw: false })
    expect(await db.lead.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({ state: "disqualified" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("who is somebody else sees the decision, not the other's name, number or note, and cannot withdraw what others sent", async () => {
    const { one, two } = await twoLeads()
    await merge(maja, "lead", [one.id, two.id], {}, late)
    expect(await statusOf(two.prospectId)).toMatchObject({
      together: { number: null, isMine: false },
      canWithdraw: false,
      canConfirm: false,
    })
    await expect(asApplicant(two.prospectId ?? "", withdrawRequest, late)).rejects.toMatchObject({
      message: expect.stringContaining("together with another"),
    })
    await disqualify(maja, one.id, { noteToApplicant: "Only for Ana" }, late)
    const seen = await statusOf(two.prospectId)
    expect(seen).toMatchObject({ status: "Rejected", note: null, reason: null })
    expect(JSON.stringify(seen)).not.toContain(one.prospectNumber ?? "")
    expect(await db.mail.count({ where: { recordIds: { has: two.prospectId ?? "" }, letter: "prospect-rejected" } })).toBe(0)
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("a lead that is a part of another", () => {
  test("is in no search and no suggestion, and its page says where it went", async () => {
    const { one, two } = await twoLeads()
    const pair = { one: one.id, other: two.id }
    await inTransaction(theSystem, (ctx) => matchRecords(ctx, "lead", [one.id, two.id]))
    expect((await findTwins("lead", one.id)).map(({ id }) => id)).toContain(two.id)
    await inTransaction(maja, (ctx) => dismissPair({ ...ctx, actor: maja }, pair))
    expect(await findTwins("lead", one.id)).toEqual([])
    await inTransaction(maja, (ctx) => restorePair({ ...ctx, actor: maja }, pair))
    expect((await findTwins("lead", one.id)).map(({ id }) => id)).toContain(two.id)
    const { mergeId } = await merge(maja, "lead", [one.id, two.id], {}, late)
    expect((await findTwins("lead", one.id)).map(({ id }) => id)).not.toContain(two.id)
    expect((await searchSales("seller", two.prospectNumber ?? "", 5)).map(({ id }) => id)).not.toContain(two.id)
    expect(await getMergedView(maja, two.id, late)).toMatchObject({
      record: { label: "Contoso Limited", intoLabel: "Contoso Ltd.", actorName: "Maja Lindqvist" },
      mergeId,
      refusal: null,
    })
    expect(await getMergePreview(maja, "lead", { a: one.id, b: two.id }, late)).toMatchObject({ merged: { intoId: one.id } })
  })

  test("refuses every change with the name of the lead to work on, and tells its story there", async () => {
    const { one, two } = await twoLeads()
    await note(two.id, "They called twice.")
    await merge(maja, "lead", [one.id, two.id], {}, late)
    const told = { code: "conflict", message: expect.stringContaining("Contoso Limited was merged into Contoso Ltd. by Maja Lindqvist") }
    await expect(qualify(maja, two.id, {}, late)).rejects.toMatchObject(told)
    await expect(note(two.id, "Too late")).rejects.toMatchObject(told)
    await expect(
      inTransaction(maja, (ctx) => editLead({ ...ctx, actor: maja }, { id: two.id, version: 1, changes: { topic: "x" }, base: {} })),
    ).rejects.toMatchObject(told)
    await expect(merge(maja, "lead", [two.id, one.id], {}, late)).rejects.toMatchObject(told)
    const story = await getStory(maja, "lead", { leads: [one.id] }, {}, later(1))
    expect(story.of.leads).toEqual([one.id, two.id])
    expect(JSON.stringify(story.entries)).toContain("They called twice.")
    expect(story.entries.filter((entry) => entry.kind === "move" && entry.move === "request.submit")).toHaveLength(2)
  })

  test("comes back after thirty days no more", async () => {
    const { one, two } = await twoLeads()
    const { mergeId } = await merge(maja, "lead", [one.id, two.id], {}, late)
    await expect(unmerge(maja, mergeId, later(30))).rejects.toMatchObject({ message: expect.stringContaining("they are over") })
    await unmerge(maja, mergeId, later(29))
    expect(await db.lead.count({ where: { id: two.id } })).toBe(1)
  })
})

describe("what happened since", () => {
  test("stays where people put it, and is told; what is new stays with the lead that stayed", async () => {
    const { one, two } = await twoLeads()
    await db.lead.update({ where: { id: two.id }, data: { jobTitle: "Buyer", industry: "Yachts" } })
    await note(two.id, "Moved away")
    await note(two.id, "Edited")
    const { mergeId, version } = await merge(maja, "lead", [one.id, two.id], {}, late)
    const elsewhere = await aLead({}, early)
    await db.activity.updateMany({ where: { text: "Moved away" }, data: { leadId: elsewhere.id } })
    await db.activity.updateMany({ where: { text: "Edited" }, data: { text: "Edited since", version: 2 } })
    await note(one.id, "New")
    await inTransaction(maja, (ctx) =>
      editLead({ ...ctx, actor: maja }, { id: one.id, version, changes: { jobTitle: "Head" }, base: { jobTitle: "Buyer" } }),
    )
    const { kept } = await unmerge(maja, mergeId, later(1))
    expect(kept).toEqual([expect.stringContaining("Job title changed since, and stays."), expect.stringContaining("stays as it is")])
    expect(await db.lead.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({ jobTitle: "Head", industry: null })
    expect(await db.lead.findUniqueOrThrow({ where: { id: two.id } })).toMatchObject({ jobTitle: "Buyer", industry: "Yachts" })
    const where = async (text: string) => (await db.activity.findFirstOrThrow({ where: { text } })).leadId
    expect([await where("Moved away"), await where("Edited since"), await where("New")]).toEqual([elsewhere.id, two.id, one.id])
    expect((await db.recordMerge.findUniqueOrThrow({ where: { id: mergeId } })).kept).toEqual(kept)
    expect(await db.auditEntry.findMany({ where: { move: "lead.unmerge", recordIds: { has: two.id } } })).toHaveLength(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("a lead is found by what it says once it is parted, whatever was edited meanwhile", async () => {
    const { one, two } = await twoLeads()
    const { mergeId, version } = await merge(maja, "lead", [one.id, two.id], { company: "loser" }, late)
    const edit = { id: one.id, version, changes: { phone: "+351 265 548 299" }, base: {} }
    await inTransaction(maja, (ctx) => editLead({ ...ctx, actor: maja }, edit))
    await unmerge(maja, mergeId, later(1))
    const { searchText, nameKey } = await db.lead.findUniqueOrThrow({ where: { id: one.id } })
    expect({ searchText, nameKey }).toMatchObject({ searchText: expect.stringMatching(/^contoso ltd.*351265548299/), nameKey: "contoso" })
  })

  test("a lead that was qualified since keeps its fields, and the other stands again beside it", async () => {
    const { one, two } = await twoLeads()
    await db.lead.update({ where: { id: two.id }, data: { jobTitle: "Buyer" } })
    const { mergeId } = await merge(maja, "lead", [one.id, two.id], {}, late)
    await qualify(maja, one.id, {}, late)
    await expect(unmerge(maja, mergeId, late)).rejects.toMatchObject({ message: expect.stringContaining("can undo that until") })
    const { kept } = await unmerge(maja, mergeId, later(1))
    expect(kept).toEqual(["Contoso Ltd. is closed and read-only, so its fields stay as they are."])
    expect(await db.prospect.findUniqueOrThrow({ where: { id: two.prospectId ?? "" } })).toMatchObject({
      status: "pending",
      leadId: two.id,
    })
    expect(await brokenInvariants()).toEqual([])
  })

  test("the last merge is taken apart first: one on top, and one that took the primary along", async () => {
    const { one, two } = await twoLeads()
    const [three, four] = [await aLead({ companyName: "Third" }, early), await aLead({ companyName: "Fourth" }, early)]
    const first = await merge(maja, "lead", [one.id, two.id], {}, late)
    const second = await merge(maja, "lead", [one.id, three.id], {}, later(1))
    const third = await merge(maja, "lead", [four.id, one.id], {}, later(2))
    await expect(unmerge(maja, second.mergeId, later(3))).rejects.toMatchObject({ message: expect.stringContaining("merged into Fourth") })
    await expect(unmerge(maja, first.mergeId, later(3))).rejects.toMatchObject({ message: expect.stringContaining("Unmerge that first.") })
    expect((await statusOf(two.prospectId))?.status).toBe("Pending")
    await unmerge(maja, third.mergeId, later(3))
    await expect(unmerge(maja, first.mergeId, later(3))).rejects.toMatchObject({
      message: expect.stringContaining("Third was merged into Contoso Ltd."),
    })
    await unmerge(maja, second.mergeId, later(3))
    await unmerge(maja, first.mergeId, later(3))
    expect(await db.mergedRecord.count({ where: { intoId: { in: [one.id, four.id] } } })).toBe(0)
    expect(await brokenInvariants()).toEqual([])
  })

  test("reactivating and disqualifying the lead that stayed, before and after, keeps both stores in step", async () => {
    const { one, two } = await twoLeads()
    const { mergeId } = await merge(maja, "lead", [one.id, two.id], {}, late)
    await disqualify(maja, one.id, {}, late)
    await reactivate(maja, one.id, false, later(1))
    expect(await brokenInvariants()).toEqual([])
    await disqualify(maja, one.id, {}, later(1))
    await unmerge(maja, mergeId, later(2))
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("accounts that were merged", () => {
  const pair = async () => {
    const [one, two] = [await anOpportunity(maja, {}, early), await anOpportunity(maja, {}, early)]
    return { one, two }
  }

  test("Reopen of a deal that moved suspends the hierarchy, and leaves a customer Active that another partner's request needs", async () => {
    const { one, two } = await pair()
    await win(maja, two.id, {}, early)
    await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    await reopen(maja, two.id, late)
    expect(await db.customer.findUniqueOrThrow({ where: { salesId: one.accountId } })).toMatchObject({ status: "provisional" })
    expect(await brokenInvariants()).toEqual([])
    await win(maja, one.id, {}, later(1))
    await win(maja, two.id, {}, later(1))
    await reopen(maja, two.id, later(2))
    expect(await db.customer.findUniqueOrThrow({ where: { salesId: one.accountId } })).toMatchObject({ status: "active" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("a deal that moved and was won since holds the two together until it is reopened", async () => {
    const { one, two } = await pair()
    const { mergeId } = await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    await win(maja, two.id, {}, late)
    await expect(unmerge(maja, mergeId, later(1))).rejects.toMatchObject({ message: expect.stringContaining("was approved since") })
    await reopen(maja, two.id, later(1))
    await unmerge(maja, mergeId, later(2))
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: two.id } })).toMatchObject({ accountId: two.accountId })
    expect(await brokenInvariants()).toEqual([])
  })

  test("the primary's own win since shares the hierarchy that followed, and holds the two together", async () => {
    const { one, two } = await pair()
    await win(maja, two.id, {}, early)
    const { mergeId } = await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    await win(maja, one.id, {}, late)
    await expect(unmerge(maja, mergeId, later(1))).rejects.toMatchObject({ message: expect.stringContaining("was approved since") })
    expect(await brokenInvariants()).toEqual([])
  })

  test("Undo within the window: the merge waits for it, and afterwards the deal can still be lost and undone", async () => {
    const { one, two } = await pair()
    const { decisionId } = await lose(maja, two.id, {}, late)
    await expect(merge(maja, "account", [one.accountId, two.accountId], {}, late)).rejects.toMatchObject({
      message: expect.stringContaining("Merge it then."),
    })
    await undo(maja, decisionId, late)
    const { mergeId } = await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    const again = await lose(maja, two.id, {}, late)
    await undo(maja, again.decisionId, late)
    await unmerge(maja, mergeId, later(1))
    expect(await brokenInvariants()).toEqual([])
  })

  test("an account that was renamed since keeps its name, and everybody is found by it", async () => {
    const { one, two } = await pair()
    const { mergeId, version } = await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    const input = { id: one.accountId, version, changes: { name: "Fabrikam" }, base: {} }
    await inTransaction(maja, (ctx) => editAccount({ ...ctx, actor: maja }, input), late)
    await unmerge(maja, mergeId, later(1))
    const text = async (id: string) => (await db.opportunity.findUniqueOrThrow({ where: { id } })).searchText
    expect(await text(one.id)).toContain("fabrikam")
    expect(await text(two.id)).not.toContain("fabrikam")
    expect(await db.customer.findUniqueOrThrow({ where: { salesId: one.accountId } })).toMatchObject({ name: "Fabrikam" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("a contact of the other that was itself merged since is told, and comes back with its own merge", async () => {
    const { one, two } = await pair()
    const accounts = await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    const contacts = await merge(maja, "contact", [one.contactId, two.contactId], {}, late)
    const { kept } = await unmerge(maja, accounts.mergeId, later(1))
    expect(kept.toSorted()).toEqual([
      "Ana Silva was moved, merged or removed since, and stays as it is.",
      expect.stringMatching(/^CUS-\d+ was moved/),
    ])
    await unmerge(maja, contacts.mergeId, later(1))
    expect(await db.contact.findUniqueOrThrow({ where: { id: two.contactId } })).toMatchObject({ accountId: one.accountId })
    expect(await brokenInvariants()).toEqual([])
  })

  test("a contact whose account became part of another since waits for that", async () => {
    const { one, two } = await pair()
    const contacts = await merge(maja, "contact", [one.contactId, two.contactId], {}, late)
    await merge(maja, "account", [one.accountId, two.accountId], {}, late)
    await expect(unmerge(maja, contacts.mergeId, later(1))).rejects.toMatchObject({
      message: expect.stringContaining("Unmerge that first."),
    })
  })

  test("an email that a new contact has since stands in the way, and says so", async () => {
    const { one, two } = await pair()
    const { email } = await db.contact.findUniqueOrThrow({ where: { id: two.contactId } })
    const { mergeId } = await merge(maja, "contact", [one.contactId, two.contactId], {}, late)
    await db.contact.create({ data: { id: newId(), firstName: "New", lastName: "Person", email, createdAt: late } })
    await expect(unmerge(maja, mergeId, later(1))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("its email or its seat"),
    })
  })
})
