import { beforeEach, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { renderLetter } from "@/lib/mail/render-letter"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aProspect, approve, aStaff, asApplicant, qualify, runMap, undo } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { reopenProspect } from "../reopen-prospect"
import { lookAtRequests } from "./watch-requests"

let henrik: Staff
let maja: Staff
let ada: Staff

const start = Date.parse("2026-10-01T09:00:00Z")
const day = (n: number) => new Date(start + n * 86_400_000)

beforeEach(async () => {
  await db.notification.deleteMany()
  await db.prospect.updateMany({ data: { submittedAt: new Date("2020-01-01T00:00:00Z"), applicantRemindedAt: null } })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  ada = await aStaff("administrator")
})

const settings = (given: { remindAfterDays?: number; staffAfterDays?: number; expireAfterDays?: number }) =>
  db.requestSetting.update({ where: { id: 1 }, data: { remindAfterDays: null, staffAfterDays: null, expireAfterDays: null, ...given } })
const look = async (n: number) => {
  while (await lookAtRequests(() => day(n))) {}
}
const found = (id: string) => db.prospect.findUniqueOrThrow({ where: { id } })
const letters = (letter: string, id: string) => db.mail.findMany({ where: { letter, recordIds: { has: id } } })
async function withoutLead(now: Date) {
  await runMap(ada, "prospects_leads", "stop")
  const prospect = await aProspect({}, now)
  await runMap(ada, "prospects_leads", "start")
  return prospect
}

test("nothing is reminded of and nothing expires until somebody says when", async () => {
  await settings({})
  const { id } = await aProspect({}, day(0))
  await look(20)
  await look(300)
  expect(await db.auditEntry.count({ where: { recordId: id, move: { startsWith: "prospect." } } })).toBe(0)
})

test("an applicant is reminded once to confirm, by a letter that says until when and opens the private page", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  const { id, leadId } = await aProspect({}, day(0))
  await look(2)
  expect(await letters("request-reminder", id)).toEqual([])
  await look(3)
  await look(4)
  const [mail, ...more] = await letters("request-reminder", id)
  expect(more).toEqual([])
  expect(mail).toMatchObject({ subject: expect.stringContaining("Please confirm your request PRO-"), toName: "", recordIds: [id, leadId] })
  const written = mail && (await renderLetter({ ...mail, letter: "request-reminder" }, day(4)))
  expect(written?.text).toContain("until 15 October 2026")
  expect(written?.text).not.toContain("Atlântico")
  expect(written?.text).toContain("/request/status/")
  await asApplicant(id, confirmEmail)
  expect(mail && (await renderLetter({ ...mail, letter: "request-reminder" }, day(5)))).toBeNull()
})

test("unanswered it expires: Rejected by the house, the lead Disqualified as Cannot Contact, one decline letter, one audit row, undoable", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  const { id, leadId } = await aProspect({}, day(0))
  await look(3)
  await look(13)
  expect((await found(id)).status).toBe("pending")
  await look(14)
  expect(await found(id)).toMatchObject({
    status: "rejected",
    decidedByName: "Gangway",
    decisionReason: expect.stringContaining("expired"),
  })
  expect(await db.lead.findUniqueOrThrow({ where: { id: leadId ?? "" } })).toMatchObject({
    state: "disqualified",
    statusReason: "cannot_contact",
  })
  const decision = await db.decision.findFirstOrThrow({ where: { prospectId: id } })
  expect(await letters("prospect-rejected", id)).toMatchObject([{ state: "waiting", decisionId: decision.id }])
  expect(await db.auditEntry.count({ where: { decisionId: decision.id } })).toBe(1)
  expect(await brokenInvariants()).toEqual([])
  await undo(henrik, decision.id, new Date(day(14).getTime() + 10_000))
  expect((await found(id)).status).toBe("pending")
  // What people took back does not expire again.
  await look(90)
  expect((await found(id)).status).toBe("pending")
  expect(await brokenInvariants()).toEqual([])
})

test("what waits for us, and not for the applicant, never expires: confirmed, or with an opportunity", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  const [confirmed, worked] = [await aProspect({}, day(0)), await aProspect({}, day(0))]
  await asApplicant(confirmed.id, confirmEmail)
  await qualify(maja, worked.leadId ?? "")
  for (const n of [3, 14, 40]) await look(n)
  expect([(await found(confirmed.id)).status, (await found(worked.id)).status]).toEqual(["pending", "pending"])
  for (const { id } of [confirmed, worked]) expect(await letters("request-reminder", id)).toEqual([])
})

test("switched on late, it reminds first and gives the full time to answer; what is older by far is left to people", async () => {
  await settings({})
  const [late, ancient] = [await aProspect({}, day(0)), await aProspect({}, day(-60))]
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  await look(20)
  expect((await found(late.id)).status).toBe("pending")
  await look(30)
  expect((await found(late.id)).status).toBe("pending")
  await look(31)
  expect([(await found(late.id)).status, (await found(ancient.id)).status]).toEqual(["rejected", "pending"])
  expect((await found(ancient.id)).applicantRemindedAt).toBeNull()
})

test("those who decide are reminded once of each request, and of many together", async () => {
  await settings({ staffAfterDays: 5 })
  const one = await aProspect({}, day(0))
  await look(5)
  await look(6)
  expect(await db.notification.findMany({ where: { personId: henrik.id } })).toMatchObject([
    { kind: "reminder", recordId: one.id, text: expect.stringContaining("waits for more than 5 days") },
  ])
  expect(await db.notification.count({ where: { personId: maja.id } })).toBe(0)
  for (let n = 0; n < 5; n++) await aProspect({}, day(2))
  await look(7)
  expect(await db.notification.findMany({ where: { personId: henrik.id, recordKind: "prospects" } })).toMatchObject([
    { recordLabel: "5 requests" },
  ])
})

test("an owner is reminded alone of a request of theirs", async () => {
  await settings({ staffAfterDays: 5 })
  const irja = await aStaff("commerce_manager", { name: "Irja Salo" })
  const { id } = await aProspect({}, day(0))
  await db.prospect.update({ where: { id }, data: { ownerId: irja.id, ownerName: irja.name } })
  await look(5)
  expect((await db.notification.findMany({ where: { recordId: id } })).map(({ personId }) => personId)).toEqual([irja.id])
})

test("expiry against a person who approves, and two workers at once: one end state, one decision", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  for (let round = 0; round < 6; round++) {
    const { id } = await aProspect({}, day(0))
    await look(3)
    await Promise.allSettled([lookAtRequests(() => day(14)), approve(henrik, id, day(14)), lookAtRequests(() => day(14))])
    await look(14)
    expect(["approved", "rejected"]).toContain((await found(id)).status)
    expect(await db.decision.count({ where: { prospectId: id, kind: { in: ["approve", "reject"] } } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("after its window an expired request without a lead is reopened in Commerce, and does not expire again", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  const { id } = await withoutLead(day(0))
  await look(3)
  await look(14)
  expect((await found(id)).status).toBe("rejected")
  await inTransaction(henrik, (ctx) => reopenProspect({ ...ctx, actor: henrik }, { prospectId: id, reason: "They called" }), day(20))
  expect(await found(id)).toMatchObject({ status: "pending", decidedAt: null })
  await look(90)
  expect((await found(id)).status).toBe("pending")
  expect(await db.auditEntry.count({ where: { recordId: id, move: "prospect.reopen", reason: "They called" } })).toBe(1)
  expect(await brokenInvariants()).toEqual([])
})
