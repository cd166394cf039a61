import { beforeEach, describe, expect, test } from "vitest"
import { changeRequestSettings } from "@/lib/commerce/request-settings/change-request-settings"
import { getRequestSettings, type RequestSettings } from "@/lib/commerce/request-settings/queries"
import { ChangeRequestSettings } from "@/lib/commerce/request-settings/schema"
import type { Staff } from "@/lib/identity/actor"
import { SendMessage } from "@/lib/mail/messages/schema"
import { sendMessage } from "@/lib/mail/messages/send-message"
import { renderLetter } from "@/lib/mail/render-letter"
import { AnswerQuestion, answerQuestion } from "@/lib/onboarding/answer-question"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { runNextFact } from "@/lib/platform/run-facts"
import { whileHolding } from "@/lib/platform/testing-waits"
import { reactions } from "@/lib/reactions"
import { resumeTimers } from "@/lib/sales/timers/pause-timers"
import { watchTimers } from "@/lib/sales/timers/watch-timers"
import { aLead, aProspect, approve, aStaff, asApplicant, qualify, reactivate, runMap, undo } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { sweepProspects } from "../prospect-timers/sweep-prospects"
import { watchProspects } from "../prospect-timers/watch-prospects"
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

type Days = Partial<Omit<RequestSettings, "rejectReasons" | "version">>
const never = { remindAfterDays: null, staffAfterDays: null, expireAfterDays: null, askRemindAfterDays: null, askExpireAfterDays: null }
async function settings(given: Days): Promise<void> {
  await db.requestSetting.update({ where: { id: 1 }, data: { ...never, ...given } })
  await sweepProspects({ tx: db })
}
/** A worker looks when requests expire. */
async function time(n: number): Promise<void> {
  while (await watchProspects(() => day(n))) {}
}
/** The same for the timers of leads, which come first. */
async function workTimers(n: number): Promise<void> {
  while (await watchTimers(() => day(n))) {}
  await time(n)
}
/** A worker does all that is due. */
async function look(n: number): Promise<void> {
  do await time(n)
  while (await lookAtRequests(() => day(n)))
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
  expect(await db.auditEntry.findMany({ where: { decisionId: decision.id } })).toMatchObject([
    { move: "prospect.expire", reason: "Nobody confirmed the address within 14 days, which Settings, Requests give." },
  ])
  expect(await brokenInvariants()).toEqual([])
  await undo(henrik, decision.id, new Date(day(14).getTime() + 10_000))
  expect((await found(id)).status).toBe("pending")
  // What people took back does not expire again.
  await look(90)
  expect((await found(id)).status).toBe("pending")
  expect(await brokenInvariants()).toEqual([])
})

test("of several that expire the leads are taken in one order, whichever is due first", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  const [later, sooner] = [await aProspect({}, day(1)), await aProspect({}, day(0))]
  await look(5)
  const [first, last] = [later.leadId ?? "", sooner.leadId ?? ""].sort()
  expect(first).toBe(later.leadId)
  const lock = (leadId: string | undefined) => (ctx: Ctx) =>
    ctx.tx.$executeRaw`select 1 from sales.lead where id = ${leadId}::uuid for update`
  await whileHolding(lock(first), () => lookAtRequests(() => day(20)), lock(last))
  expect([(await found(later.id)).status, (await found(sooner.id)).status]).toEqual(["rejected", "rejected"])
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
    await time(13)
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

test("whoever confirms the address as the request expires comes first, or finds it expired", async () => {
  await settings({ remindAfterDays: 3, expireAfterDays: 14 })
  for (let round = 0; round < 6; round++) {
    const { id } = await aProspect({}, day(0))
    await look(3)
    await time(13)
    await Promise.all([lookAtRequests(() => day(14)), asApplicant(id, confirmEmail, day(14))])
    const { status, emailConfirmedAt } = await found(id)
    const { at } = await db.auditEntry.findFirstOrThrow({ where: { recordId: id, move: "request.confirm_email" } })
    expect({ status, emailConfirmedAt }).toEqual({ status: expect.stringMatching(/pending|rejected/), emailConfirmedAt: at })
    if (status === "pending") expect(await db.decision.count({ where: { prospectId: id } })).toBe(0)
  }
  expect(await brokenInvariants()).toEqual([])
})

describe("a request that waits for the answer to a question", () => {
  const as = <Done>(staff: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, now: Date) =>
    inTransaction(staff, (ctx) => work({ ...ctx, actor: staff }), now)
  /** A lead whose applicant confirmed the address, and was asked by an email that left. */
  async function asked(n = 0, given: { left?: boolean } = {}) {
    const lead = await aLead({}, day(n))
    await asApplicant(lead.prospectId ?? "", confirmEmail, day(n))
    const words = { about: "lead", id: lead.id, subject: "Your tax ID", text: "Which number is yours?", asks: true }
    const { mailId } = await as(maja, (ctx) => sendMessage(ctx, SendMessage.parse(words)), day(n))
    if (given.left !== false) await left(mailId, n)
    const question = await db.question.findFirstOrThrow({ where: { leadId: lead.id } })
    return { lead, id: lead.prospectId ?? "", question, mailId }
  }
  const left = (mailId: string, n: number, state: "sent" | "bounced" = "sent") =>
    db.mail.update({ where: { id: mailId }, data: { state, sentAt: day(n) } })
  const answer = (id: string, questionId: string, n: number) =>
    asApplicant(id, (ctx, { token }) => answerQuestion(ctx, AnswerQuestion.parse({ token, questionId, text: "PT 509 442 013" })), day(n))
  const expiresAt = async (id: string) => (await found(id)).expiresAt
  const asking = { askRemindAfterDays: 5, askExpireAfterDays: 14 }

  test("says when it expires, and no longer once it was answered, or somebody resumes the timers", async () => {
    await settings(asking)
    const [one, two] = [await asked(), await asked()]
    await time(0)
    expect([await expiresAt(one.id), await expiresAt(two.id)]).toEqual([day(14), day(14)])
    await answer(one.id, one.question.id, 2)
    await as(maja, (ctx) => resumeTimers(ctx, { leadId: two.lead.id }), day(2))
    await time(2)
    expect([await expiresAt(one.id), await expiresAt(two.id)]).toEqual([null, null])
    for (const n of [5, 14, 40]) await look(n)
    expect([(await found(one.id)).status, (await found(two.id)).status]).toEqual(["pending", "pending"])
    expect([await letters("question-reminder", one.id), await letters("question-reminder", two.id)]).toEqual([[], []])
  })

  test("is reminded once for each question, by a letter with the question, until when, and the private page", async () => {
    await settings(asking)
    const { id, lead, question } = await asked()
    await look(4)
    expect(await letters("question-reminder", id)).toEqual([])
    await look(5)
    await look(6)
    const [mail, ...more] = await letters("question-reminder", id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ subject: "Please answer: Your tax ID", recordIds: [id, lead.id], decisionId: null })
    const written = mail && (await renderLetter({ ...mail, letter: "question-reminder" }, day(5)))
    expect(written?.text).toContain("Which number is yours?")
    expect(written?.text).toContain("until 15 October 2026")
    expect(written?.text).toContain("/request/status/")
    expect(await db.auditEntry.findFirst({ where: { move: "prospect.remind_answer", recordIds: { has: lead.id } } })).toMatchObject({
      actorName: "Gangway",
      to: "Your tax ID",
    })
    await answer(id, question.id, 6)
    expect(mail && (await renderLetter({ ...mail, letter: "question-reminder" }, day(6)))).toBeNull()
  })

  test("expires unanswered: Rejected by the house, told with the rule, and Undo brings it back as it stood, its timers waiting still", async () => {
    await settings(asking)
    const { id, lead, question } = await asked()
    await workTimers(0)
    const before = await db.lead.findUniqueOrThrow({ where: { id: lead.id } })
    expect(before).toMatchObject({ decisionState: "paused", askedAt: day(0) })
    for (const n of [5, 13]) await look(n)
    expect((await found(id)).status).toBe("pending")
    await look(14)
    expect(await found(id)).toMatchObject({ status: "rejected", decidedByName: "Gangway", expiresAt: null })
    const decision = await db.decision.findFirstOrThrow({ where: { prospectId: id } })
    expect(await letters("prospect-rejected", id)).toMatchObject([{ state: "waiting", decisionId: decision.id }])
    expect(await db.auditEntry.findFirst({ where: { decisionId: decision.id } })).toMatchObject({
      move: "prospect.expire",
      reason: "Asked: “Your tax ID”. Nobody answered within 14 days, which Settings, Requests give.",
    })
    await expect(answer(id, question.id, 14)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Rejected") })
    await workTimers(14)
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "disqualified", decisionState: "met" })
    await undo(henrik, decision.id, new Date(day(14).getTime() + 10_000))
    await workTimers(14)
    expect(await found(id)).toMatchObject({ status: "pending", decisionState: "paused" })
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ decisionState: "paused", askedAt: day(0) })
    // What people took back does not expire again, and an answer still sets the clocks going.
    await look(90)
    expect((await found(id)).status).toBe("pending")
    await answer(id, question.id, 90)
    await workTimers(90)
    expect((await found(id)).decisionState).not.toBe("paused")
    expect(await brokenInvariants()).toEqual([])
  })

  test("is reactivated after the window as any disqualified lead, and does not expire again", async () => {
    await settings(asking)
    const { id, lead } = await asked()
    for (const n of [5, 14]) await look(n)
    await reactivate(maja, lead.id, false, day(20))
    for (const n of [21, 90]) await look(n)
    expect(await found(id)).toMatchObject({ status: "pending", expiresAt: null })
    expect(await brokenInvariants()).toEqual([])
  })

  test("waits from when the email left, and not for one that was held, failed or came back", async () => {
    await settings(asking)
    const [late, held, bounced] = [await asked(0, { left: false }), await asked(0, { left: false }), await asked()]
    await time(3)
    expect(await expiresAt(late.id)).toBeNull()
    await left(late.mailId, 4)
    await left(bounced.mailId, 0, "bounced")
    await time(4)
    expect([await expiresAt(late.id), await expiresAt(held.id), await expiresAt(bounced.id)]).toEqual([day(18), null, null])
    for (const n of [5, 9, 14, 17]) await look(n)
    const statuses = async () => [(await found(late.id)).status, (await found(held.id)).status, (await found(bounced.id)).status]
    expect(await statuses()).toEqual(["pending", "pending", "pending"])
    await look(18)
    expect(await statuses()).toEqual(["rejected", "pending", "pending"])
    expect([await letters("question-reminder", held.id), await letters("question-reminder", bounced.id)]).toEqual([[], []])
  })

  test("with an opportunity it is reminded, and never expires", async () => {
    await settings(asking)
    const { id, lead } = await asked()
    await qualify(maja, lead.id, {}, day(1))
    for (const n of [5, 14, 40]) await look(n)
    expect(await found(id)).toMatchObject({ status: "pending", expiresAt: null })
    expect(await letters("question-reminder", id)).toHaveLength(1)
  })

  test("asked twice, it has until the last question is over; a changed setting holds at once", async () => {
    await settings(asking)
    const { id, lead } = await asked()
    const words = { about: "lead", id: lead.id, subject: "Your papers", text: "Please send them.", asks: true }
    const { mailId } = await as(maja, (ctx) => sendMessage(ctx, SendMessage.parse(words)), day(4))
    await left(mailId, 4)
    await time(4)
    expect(await expiresAt(id)).toEqual(day(18))
    const before = await getRequestSettings()
    const change = ChangeRequestSettings.parse({ ...before, rejectReasons: before.rejectReasons.join("\n"), askExpireAfterDays: "20" })
    await as(henrik, (ctx) => changeRequestSettings(ctx, change), day(4))
    while (await runNextFact(reactions, () => day(4))) {}
    await time(4)
    expect(await expiresAt(id)).toEqual(day(24))
    await settings({})
    await time(5)
    expect(await expiresAt(id)).toBeNull()
  })

  test("answered as it expires, on two connections: the answer stands and it goes on, or it is expired and the answer is refused", async () => {
    await settings(asking)
    for (let round = 0; round < 10; round++) {
      const { id, question } = await asked()
      await look(5)
      await time(13)
      const late = round % 2 ? 4 : 0
      const pause = () => new Promise((resolve) => setTimeout(resolve, late))
      const [, said] = await Promise.allSettled([pause().then(() => lookAtRequests(() => day(14))), answer(id, question.id, 14)])
      const { status } = await found(id)
      const { answeredAt } = await db.question.findUniqueOrThrow({ where: { id: question.id } })
      expect({ status, isAnswered: answeredAt !== null }).toEqual(
        said.status === "fulfilled" ? { status: "pending", isAnswered: true } : { status: "rejected", isAnswered: false },
      )
      expect(await db.decision.count({ where: { prospectId: id } })).toBe(status === "pending" ? 0 : 1)
    }
    expect(await brokenInvariants()).toEqual([])
  })
})
