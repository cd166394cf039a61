import { beforeAll, describe, expect, test } from "vitest"
import { drain, getItems, run, takeBack } from "@/lib/bulk/testing-runs"
import type { Staff } from "@/lib/identity/actor"
import { secretOf } from "@/lib/identity/links"
import { cancelMessage } from "@/lib/mail/messages/cancel-message"
import { SendMessage } from "@/lib/mail/messages/schema"
import { sendMessage } from "@/lib/mail/messages/send-message"
import { AnswerQuestion, answerQuestion } from "@/lib/onboarding/answer-question"
import { getRequestStatus } from "@/lib/onboarding/queries"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, aStaff, asApplicant, disqualify, reject } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { resumeTimers } from "../timers/pause-timers"
import { watchTimers } from "../timers/watch-timers"

let maja: Staff
let priya: Staff
const at = (text: string) => new Date(text)
const asked = { subject: "Your tax ID", text: "Which number is yours, %firstname%?" }

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

/** A worker does all that there is to do at an hour. */
async function workAt(now: string): Promise<void> {
  while (await watchTimers(() => at(now)));
}

type Lead = Awaited<ReturnType<typeof aLead>>
const as = <Done>(staff: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, now: string) =>
  inTransaction(staff, (ctx) => work({ ...ctx, actor: staff }), at(now))
const ask = (lead: Lead, now: string, given: object = {}) =>
  as(maja, (ctx) => sendMessage(ctx, SendMessage.parse({ about: "lead", id: lead.id, ...asked, asks: "on", ...given })), now)
const timersOf = (id: string) =>
  db.lead.findUniqueOrThrow({ where: { id }, select: { askedAt: true, decisionState: true, decisionDueAt: true } })

const tokenOf = async ({ prospectId }: Lead): Promise<string> => {
  const link = await db.link.findFirstOrThrow({ where: { subjectId: prospectId, purpose: "request_status" } })
  return secretOf(link.id, link.purpose)
}
const reply = (lead: Lead, questionId: string, text: string, now: string) =>
  asApplicant(lead.prospectId ?? "", (ctx, { token }) => answerQuestion(ctx, AnswerQuestion.parse({ token, questionId, text })), at(now))
const questionOf = (lead: Lead) => db.question.findFirstOrThrow({ where: { leadId: lead.id } })
const aNewLead = () => aLead({}, at("2026-11-16T09:00Z"))

describe("an email that asks", () => {
  test("has the decision wait from that hour until the answer, and adds what it waited", async () => {
    const lead = await aNewLead()
    await workAt("2026-11-16T10:00Z")
    const { decisionDueAt } = await timersOf(lead.id)
    await ask(lead, "2026-11-17T10:00Z")
    await workAt("2026-11-17T10:00Z")
    expect(await timersOf(lead.id)).toEqual({ askedAt: at("2026-11-17T10:00Z"), decisionState: "paused", decisionDueAt: null })
    await workAt("2026-11-19T10:00Z")
    await reply(lead, (await questionOf(lead)).id, "PT 509 442 013", "2026-11-19T10:00Z")
    expect(await timersOf(lead.id)).toMatchObject({ askedAt: null, decisionState: "on_time" })
    const twoDays = 4 * 86_400_000
    expect((await timersOf(lead.id)).decisionDueAt?.getTime()).toBe((decisionDueAt?.getTime() ?? 0) + twoDays)
  })

  test("holds the way to answer, also where nobody wrote it; the page asks without it", async () => {
    const lead = await aNewLead()
    const { mailId } = await ask(lead, "2026-11-17T10:00Z")
    const mail = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
    const activity = await db.activity.findFirstOrThrow({ where: { leadId: lead.id, kind: "email" } })
    expect(activity.text).toBe("Which number is yours, Ana?\n\nYou can answer here: %link%")
    expect(mail.linkId).not.toBeNull()
    expect(await questionOf(lead)).toMatchObject({
      subject: "Your tax ID",
      text: "Which number is yours, Ana?",
      prospectId: lead.prospectId,
    })
  })

  test("that is canceled in time never asked", async () => {
    const lead = await aNewLead()
    const { mailId } = await ask(lead, "2026-11-17T10:00Z")
    await as(maja, (ctx) => cancelMessage(ctx, { mailId }), "2026-11-17T10:00:20Z")
    await workAt("2026-11-17T10:01Z")
    expect(await db.question.count({ where: { leadId: lead.id } })).toBe(0)
    expect(await timersOf(lead.id)).toMatchObject({ askedAt: null, decisionState: "on_time" })
  })

  test("is refused where nobody could answer: who made no request has no page", async () => {
    const lead = await aNewLead()
    await db.lead.update({ where: { id: lead.id }, data: { prospectId: null, fromCommerce: false } })
    await expect(ask(lead, "2026-11-17T10:00Z")).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("the answer", () => {
  test("stands on the lead's timeline, and rings the bell of the owner and of who asked", async () => {
    const lead = await aNewLead()
    await as(priya, (ctx) => assignLead(ctx, { leadId: lead.id, ownerId: priya.id }), "2026-11-16T10:00Z")
    await as(priya, (ctx) => sendMessage(ctx, SendMessage.parse({ about: "lead", id: lead.id, ...asked, asks: true })), "2026-11-17T10:00Z")
    await as(priya, (ctx) => assignLead(ctx, { leadId: lead.id, ownerId: maja.id }), "2026-11-17T11:00Z")
    const { id } = await questionOf(lead)
    await reply(lead, id, "  PT 509 442 013\r\n", "2026-11-18T10:00Z")
    const note = await db.activity.findFirstOrThrow({ where: { leadId: lead.id, kind: "note" } })
    expect(note).toMatchObject({ actorId: null, actorName: "Ana Silva", text: "Answer to “Your tax ID”\n\nPT 509 442 013" })
    const told = await db.notification.findMany({ where: { kind: "answer", recordId: lead.id } })
    expect(told.map(({ personId }) => personId).sort()).toEqual([maja.id, priya.id].sort())
    expect(await db.auditEntry.count({ where: { move: "request.answer", recordIds: { has: lead.id } } })).toBe(1)
    await expect(reply(lead, id, "Again", "2026-11-18T10:01Z")).rejects.toMatchObject({ message: "We have your answer already." })
  })

  test("comes through one's own link alone, and not to a request that is decided", async () => {
    const [lead, other] = [await aNewLead(), await aNewLead()]
    await ask(lead, "2026-11-17T10:00Z")
    const { id } = await questionOf(lead)
    await expect(reply(other, id, "Not mine", "2026-11-18T10:00Z")).rejects.toMatchObject({ code: "not_found" })
    await disqualify(priya, lead.id, {}, at("2026-11-18T11:00Z"))
    await expect(reply(lead, id, "Too late", "2026-11-18T12:00Z")).rejects.toMatchObject({ code: "conflict" })
  })

  test("of two at once is one", async () => {
    const lead = await aNewLead()
    await ask(lead, "2026-11-17T10:00Z")
    const { id } = await questionOf(lead)
    const both = await Promise.allSettled(["One", "Two"].map((text) => reply(lead, id, text, "2026-11-18T10:00Z")))
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await db.activity.count({ where: { leadId: lead.id, kind: "note" } })).toBe(1)
  })

  test("is shown on the applicant's page once the email has left, and what was answered below", async () => {
    const lead = await aNewLead()
    await ask(lead, new Date().toISOString())
    const view = async () => (await getRequestStatus(await tokenOf(lead)))?.questions
    expect(await view()).toEqual([])
    await db.mail.updateMany({ where: { recordIds: { has: lead.id } }, data: { sendAfter: new Date(0), state: "sent" } })
    expect(await view()).toMatchObject([{ subject: "Your tax ID", text: "Which number is yours, Ana?", answer: null }])
    await reply(lead, (await questionOf(lead)).id, "PT1", new Date().toISOString())
    expect(await view()).toMatchObject([{ answer: "PT1" }])
  })

  test("is not waited for any more once somebody resumes the timers, and arrives all the same", async () => {
    const lead = await aNewLead()
    await ask(lead, "2026-11-17T10:00Z")
    await as(maja, (ctx) => resumeTimers(ctx, { leadId: lead.id }), "2026-11-18T10:00Z")
    expect(await timersOf(lead.id)).toMatchObject({ askedAt: null, decisionState: "on_time" })
    await reply(lead, (await questionOf(lead)).id, "Late", "2026-11-20T10:00Z")
    expect(await questionOf(lead)).toMatchObject({ answer: "Late", endedAt: at("2026-11-18T10:00Z") })
  })
})

test("many are asked at once, each lead waits for its own applicant, and undo takes all of it back", async () => {
  const leads = [await aLead(), await aLead()]
  const typedIn = await aLead()
  await db.lead.update({ where: { id: typedIn.id }, data: { prospectId: null, fromCommerce: false } })
  const ids = [...leads, typedIn].map(({ id }) => id)
  const id = await run(priya, "ask", ids, { input: { ...asked, asks: "on" } })
  expect((await getItems(id)).map(({ told }) => told?.includes("waits for the answer"))).toEqual([true, true, false])
  expect(await db.question.count({ where: { leadId: { in: ids }, endedAt: null } })).toBe(2)
  await takeBack(priya, id)
  await drain()
  expect(await db.question.count({ where: { leadId: { in: ids } } })).toBe(0)
  expect((await timersOf(ids[0] ?? "")).askedAt).toBeNull()
})

test("a rejected request asks nothing any more", async () => {
  const henrik = await aStaff("commerce_manager")
  const lead = await aNewLead()
  await ask(lead, "2026-11-17T10:00Z")
  await reject(henrik, lead.prospectId ?? "", at("2026-11-18T10:00Z"))
  expect(await getRequestStatus(await tokenOf(lead))).toMatchObject({ canAnswer: false })
})
