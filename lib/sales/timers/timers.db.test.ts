import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { cancelMessage } from "@/lib/mail/messages/cancel-message"
import { sendMessage } from "@/lib/mail/messages/send-message"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { markLead } from "@/lib/sync/mark-lead"
import { aLead, anOpportunity, aProspect, aStaff, disqualify, lose, qualify, reactivate, reject, reopen, undo, win } from "@/prisma/makers"
import { deleteActivity } from "../activities/change-activity"
import { logCall } from "../activities/log-call"
import { LogCall } from "../activities/schema"

import { addCalendar, editCalendar, makeCalendarDefault } from "../calendar/change-calendars"
import { listCalendars } from "../calendar/queries"
import { AddCalendar, EditCalendar } from "../calendar/schema"
import { holdOpportunity, resumeOpportunity } from "../opportunities/hold-opportunity"
import { pauseTimers, resumeTimers } from "./pause-timers"
import { timeLeads } from "./time-leads"
import { markDue, timeChanged, watchTimers } from "./watch-timers"

let maja: Staff
let priya: Staff
const at = (text: string) => new Date(text)
/** Monday, when work begins. */
const monday = at("2026-11-16T09:00Z")

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  await db.timerWork.update({ where: { id: 1 }, data: { startedAt: new Date(0) } })
})

/** A worker does all that there is to do at an hour. */
async function workAt(now: string | Date): Promise<void> {
  const clock = () => new Date(now)
  for (let left = 200; await watchTimers(clock); left--) if (left === 0) throw new Error("the timers never come to rest")
}

const timers = (id: string) =>
  db.lead.findUniqueOrThrow({
    where: { id },
    select: { responseState: true, responseDueAt: true, decisionState: true, decisionDueAt: true, timerNextAt: true },
  })
const eventsOf = (leadId: string) =>
  db.timerEvent.findMany({ where: { leadId }, orderBy: { at: "asc" }, select: { timer: true, kind: true, at: true } })
const movesOf = async (recordId: string) =>
  (await db.auditEntry.findMany({ where: { recordId }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { move: true } })).map(
    ({ move }) => move,
  )

type Deed<Input, Data> = (ctx: Ctx & { actor: Staff }, input: Input) => Promise<Data>
const act = <Input, Data>(staff: Staff, deed: Deed<Input, Data>, input: Input, now: string) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }, input), at(now))
const call = (id: string, now: string, madeAt = now) =>
  act(
    maja,
    logCall,
    LogCall.parse({ about: "lead", id, subject: "First call", text: "", direction: "outgoing", at: madeAt.slice(0, 16) }),
    now,
  )

describe("a lead that came in", () => {
  test("is due in eight working hours and in ten working days, and warns at three quarters of both", async () => {
    const { id } = await aLead({}, monday)
    await workAt(monday)
    expect(await timers(id)).toEqual({
      responseState: "on_time",
      responseDueAt: at("2026-11-16T17:00Z"),
      decisionState: "on_time",
      decisionDueAt: at("2026-11-27T17:00Z"),
      timerNextAt: at("2026-11-16T15:00Z"),
    })
    await workAt("2026-11-16T15:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "warning", timerNextAt: at("2026-11-16T17:00Z") })
    await workAt("2026-11-16T17:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "breached", decisionState: "on_time", timerNextAt: at("2026-11-25T13:00Z") })
    await workAt("2026-11-25T13:00Z")
    await workAt("2026-11-27T17:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "breached", decisionState: "breached", timerNextAt: null })
    expect(await eventsOf(id)).toEqual([
      { timer: "response", kind: "warning", at: at("2026-11-16T15:00Z") },
      { timer: "response", kind: "breach", at: at("2026-11-16T17:00Z") },
      { timer: "decision", kind: "warning", at: at("2026-11-25T13:00Z") },
      { timer: "decision", kind: "breach", at: at("2026-11-27T17:00Z") },
    ])
    expect((await movesOf(id)).filter((move) => move === "lead.breach")).toHaveLength(2)
  })

  test("after hours begins to count with the next working hour", async () => {
    const { id } = await aLead({}, at("2026-11-20T19:30Z"))
    await workAt("2026-11-20T19:30Z")
    expect(await timers(id)).toMatchObject({ responseDueAt: at("2026-11-23T17:00Z") })
  })

  test("keeps its version: nobody's edit is overtaken by a clock", async () => {
    const { id, version } = await aLead({}, monday)
    await workAt("2026-11-16T17:00Z")
    expect(await db.lead.findUniqueOrThrow({ where: { id }, select: { version: true } })).toEqual({ version })
  })

  test("that was late before the timers were switched on is marked, and not told", async () => {
    await db.timerWork.update({ where: { id: 1 }, data: { startedAt: at("2026-11-20T00:00Z") } })
    const { id } = await aLead({}, monday)
    await workAt("2026-11-20T09:00Z")
    await db.timerWork.update({ where: { id: 1 }, data: { startedAt: new Date(0) } })
    expect(await timers(id)).toMatchObject({ responseState: "breached" })
    expect(await movesOf(id)).not.toContain("lead.breach")
  })
})

describe("the first response", () => {
  test("is met by Contacted, and runs again when that is taken back", async () => {
    const { id } = await aLead({}, monday)
    await act(maja, markLead, { leadId: id, as: "contacted" }, "2026-11-16T10:00Z")
    await workAt("2026-11-16T10:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "met", responseDueAt: null, decisionState: "on_time" })
    await act(maja, markLead, { leadId: id, as: "new" }, "2026-11-16T11:00Z")
    await workAt("2026-11-16T11:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "on_time", responseDueAt: at("2026-11-16T17:00Z") })
  })

  test("is met by a call at the hour at which it was made, and not met once the call is deleted", async () => {
    const { id } = await aLead({}, monday)
    await workAt("2026-11-17T10:00Z")
    expect((await timers(id)).responseState).toBe("breached")
    const { id: activityId } = await call(id, "2026-11-17T10:00Z", "2026-11-16T16:00Z")
    await workAt("2026-11-17T10:00Z")
    expect((await timers(id)).responseState).toBe("met")
    await act(maja, deleteActivity, { activityId, version: 1 }, "2026-11-17T11:00Z")
    await workAt("2026-11-17T11:00Z")
    expect((await timers(id)).responseState).toBe("breached")
    await call(id, "2026-11-17T12:00Z")
    await workAt("2026-11-17T12:00Z")
    expect((await timers(id)).responseState).toBe("missed")
  })

  test("is met by an email, unless it was canceled", async () => {
    const { id } = await aLead({}, monday)
    const { mailId } = await act(maja, sendMessage, { about: "lead", id, subject: "Hello", text: "Welcome" }, "2026-11-16T10:00Z")
    await workAt("2026-11-16T10:00Z")
    expect((await timers(id)).responseState).toBe("met")
    await act(maja, cancelMessage, { mailId }, "2026-11-16T10:00:30Z")
    await workAt("2026-11-16T10:01Z")
    expect((await timers(id)).responseState).toBe("on_time")
  })

  test("is met by a decision, in Sales or in Commerce", async () => {
    const { id } = await aLead({}, monday)
    await disqualify(maja, id, {}, at("2026-11-16T12:00Z"))
    const prospect = await aProspect({}, monday)
    await reject(await aStaff("administrator"), prospect.id, at("2026-11-16T18:00Z"))
    await workAt("2026-11-16T18:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "met", decisionState: "met", decisionDueAt: null, timerNextAt: null })
    expect(await timers(prospect.leadId ?? "")).toMatchObject({ responseState: "met", decisionState: "met" })
  })
})

describe("the decision", () => {
  test("is still to come when the lead is qualified, and made when its opportunity is closed", async () => {
    const opportunity = await anOpportunity(maja, {}, monday)
    const leadId = opportunity.originatingLeadId ?? ""
    await workAt("2026-11-17T09:00Z")
    expect(await timers(leadId)).toMatchObject({ responseState: "met", decisionState: "on_time", decisionDueAt: at("2026-11-27T17:00Z") })
    const { decisionId } = await win(maja, opportunity.id, {}, at("2026-11-30T09:00Z"))
    await workAt("2026-11-30T09:00Z")
    expect(await timers(leadId)).toMatchObject({ decisionState: "met", decisionDueAt: null })
    await undo(maja, decisionId, at("2026-11-30T09:00:30Z"))
    await workAt("2026-11-30T09:01Z")
    expect(await timers(leadId)).toMatchObject({ decisionState: "breached", decisionDueAt: at("2026-11-27T17:00Z") })
  })

  test("is made by qualifying where the opportunity was skipped, and open again when that is undone", async () => {
    const { id } = await aLead({}, monday)
    const { decisionId } = await qualify(maja, id, { opportunity: "skip" }, at("2026-11-16T10:00Z"))
    await workAt("2026-11-16T10:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "met", decisionState: "met" })
    await undo(maja, decisionId, at("2026-11-16T10:00:30Z"))
    await workAt("2026-11-16T10:01Z")
    expect(await timers(id)).toMatchObject({ responseState: "on_time", decisionState: "on_time", decisionDueAt: at("2026-11-27T17:00Z") })
  })

  test("stands still while the lead was disqualified, in Sales and in Commerce, until it is reactivated", async () => {
    const { id } = await aLead({}, monday)
    await disqualify(maja, id, {}, at("2026-11-17T09:00Z"))
    await reactivate(maja, id, false, at("2026-11-19T09:00Z"))
    const prospect = await aProspect({}, monday)
    await reject(await aStaff("administrator"), prospect.id, at("2026-11-17T09:00Z"))
    await reactivate(maja, prospect.leadId ?? "", false, at("2026-11-19T09:00Z"))
    await workAt("2026-11-19T09:00Z")
    for (const leadId of [id, prospect.leadId ?? ""])
      expect(await timers(leadId)).toMatchObject({ responseState: "met", decisionState: "on_time", decisionDueAt: at("2026-12-01T17:00Z") })
  })

  test("stands still while its opportunity is on hold or was closed", async () => {
    const opportunity = await anOpportunity(maja, {}, monday)
    const leadId = opportunity.originatingLeadId ?? ""
    await act(maja, holdOpportunity, { opportunityId: opportunity.id }, "2026-11-17T09:00Z")
    await workAt("2026-11-17T09:00Z")
    expect(await timers(leadId)).toMatchObject({ decisionState: "paused", decisionDueAt: null, timerNextAt: null })
    await act(maja, resumeOpportunity, { opportunityId: opportunity.id }, "2026-11-18T09:00Z")
    await lose(maja, opportunity.id, {}, at("2026-11-19T09:00Z"))
    await reopen(priya, opportunity.id, at("2026-11-20T09:00Z"))
    await workAt("2026-11-20T09:00Z")
    expect(await timers(leadId)).toMatchObject({ decisionState: "on_time", decisionDueAt: at("2026-12-01T17:00Z") })
  })

  test("that was undone did not stop the clock", async () => {
    const { id } = await aLead({}, monday)
    const { decisionId } = await disqualify(maja, id, {}, at("2026-11-17T09:00Z"))
    await undo(maja, decisionId, at("2026-11-17T09:00:40Z"))
    await workAt("2026-11-17T09:01Z")
    expect(await timers(id)).toMatchObject({ responseState: "breached", decisionDueAt: at("2026-11-27T17:00Z") })
  })
})

describe("paused", () => {
  test("both clocks stand, and go on with what they had left", async () => {
    const { id } = await aLead({}, monday)
    await act(maja, pauseTimers, { leadId: id, reason: "Asked for the tax ID" }, "2026-11-16T12:00Z")
    expect(await timers(id)).toMatchObject({ responseState: "paused", responseDueAt: null, decisionState: "paused", timerNextAt: null })
    await workAt("2026-11-18T12:00Z")
    expect(await eventsOf(id)).toEqual([])
    await act(maja, resumeTimers, { leadId: id }, "2026-11-18T12:00Z")
    expect(await timers(id)).toMatchObject({
      responseState: "on_time",
      responseDueAt: at("2026-11-18T17:00Z"),
      decisionDueAt: at("2026-12-01T17:00Z"),
      timerNextAt: at("2026-11-18T15:00Z"),
    })
    expect((await movesOf(id)).slice(-2)).toEqual(["lead.pause", "lead.resume"])
  })

  test("twice at once is once, and nobody resumes what runs", async () => {
    const { id } = await aLead({}, monday)
    const pause = () => act(maja, pauseTimers, { leadId: id, reason: "Asked" }, "2026-11-16T12:00Z")
    const both = await Promise.allSettled([pause(), pause()])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: expect.stringContaining("Maja Lindqvist paused the timers") },
    })
    await act(maja, resumeTimers, { leadId: id }, "2026-11-16T13:00Z")
    await expect(act(maja, resumeTimers, { leadId: id }, "2026-11-16T14:00Z")).rejects.toMatchObject({ code: "conflict" })
    await disqualify(maja, id, {}, at("2026-11-16T15:00Z"))
    await expect(pause()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("This lead is Disqualified") })
  })
})

describe("when hours change", () => {
  test("every clock that runs or stands is read anew in the background, and what is over stays", async () => {
    const [running, decided] = [await aLead({}, monday), await aLead({}, monday)]
    await disqualify(maja, decided.id, {}, at("2026-11-16T10:00Z"))
    await workAt("2026-11-16T10:00Z")
    const [standard] = await listCalendars()
    const hours = {
      name: "Standard hours",
      timeZone: "UTC",
      monday: "9-17",
      tuesday: "9-17",
      wednesday: "9-17",
      thursday: "9-17",
      friday: "9-17",
    }
    const edit = (more: object, version: number) =>
      act(priya, editCalendar, EditCalendar.parse({ ...hours, ...more, calendarId: standard?.id, version }), "2026-11-16T10:00Z")
    await edit({ holidays: "2026-11-20 Founders' day" }, standard?.version ?? 1)
    await workAt("2026-11-16T10:01Z")
    expect(await timers(running.id)).toMatchObject({ responseDueAt: at("2026-11-16T17:00Z"), decisionDueAt: at("2026-11-30T17:00Z") })
    expect(await timers(decided.id)).toMatchObject({ decisionState: "met", decisionDueAt: null })
    expect(await db.timerWork.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ sweepFrom: null, sweptAt: at("2026-11-16T10:01Z") })
    await edit({}, (standard?.version ?? 1) + 1)
    await workAt("2026-11-16T10:02Z")
    expect(await timers(running.id)).toMatchObject({ decisionDueAt: at("2026-11-27T17:00Z") })
  })

  test("another default counts for all who chose none", async () => {
    const { id } = await aLead({}, monday)
    const always = Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [day, "0-24"]),
    )
    const { calendarId } = await act(
      priya,
      addCalendar,
      AddCalendar.parse({ name: "Always", timeZone: "UTC", ...always }),
      "2026-11-16T09:00Z",
    )
    const [standard] = await listCalendars()
    await act(priya, makeCalendarDefault, { calendarId }, "2026-11-16T09:00Z")
    await workAt("2026-11-16T09:00Z")
    expect(await timers(id)).toMatchObject({ responseDueAt: at("2026-11-16T17:00Z"), decisionDueAt: at("2026-11-26T09:00Z") })
    await act(priya, makeCalendarDefault, { calendarId: standard?.id ?? "" }, "2026-11-16T09:00Z")
    await workAt("2026-11-16T09:00Z")
  })
})

describe("workers", () => {
  test("who were down for a day catch up once, and tell what was missed by its own hour", async () => {
    const { id } = await aLead({}, monday)
    await workAt("2026-11-17T17:00Z")
    await workAt("2026-11-17T17:00Z")
    expect(await eventsOf(id)).toEqual([{ timer: "response", kind: "breach", at: at("2026-11-16T17:00Z") }])
    expect((await movesOf(id)).filter((move) => move === "lead.breach")).toHaveLength(1)
  })

  test("two who mark the same breach leave one event and one row of the audit", async () => {
    const ids: string[] = []
    for (let n = 0; n < 8; n++) ids.push((await aLead({}, monday)).id)
    await workAt(monday)
    const clock = () => at("2026-11-16T17:00Z")
    await Promise.all([markDue(clock), markDue(clock), markDue(clock), timeChanged(clock)])
    await workAt("2026-11-16T17:00Z")
    for (const id of ids) {
      expect(await eventsOf(id)).toHaveLength(1)
      expect((await movesOf(id)).filter((move) => move === "lead.breach")).toHaveLength(1)
    }
  })

  test("leave what somebody is writing for the next round", async () => {
    const { id } = await aLead({}, monday)
    await workAt(monday)
    await inTransaction(theSystem, async (ctx) => {
      await ctx.tx.$executeRaw`select 1 from sales.lead where id = ${id}::uuid for update`
      await workAt("2026-11-16T17:00Z")
    })
    expect((await timers(id)).responseState).toBe("on_time")
    await workAt("2026-11-16T17:00Z")
    expect((await timers(id)).responseState).toBe("breached")
  })

  test("look at many leads in few statements", async () => {
    const ids: string[] = []
    for (let n = 0; n < 60; n++) ids.push((await aLead({}, monday)).id)
    const { seen } = await inTransaction(theSystem, (ctx) => timeLeads(ctx, ids), monday)
    expect(seen).toHaveLength(60)
  })
})

test("the tally of the timers adds up to the leads, folded or not", async () => {
  const count = async () => {
    const told = await db.$queryRaw<{ differ: number }[]>`
      with counted as (
        select 'response'::sales.lead_timer as timer, response_state as state, owner_id, count(*) as n from sales.lead
        where response_state <> 'on_time' or response_due_at is not null group by 2, 3
        union all select 'decision', decision_state, owner_id, count(*) from sales.lead where decision_state <> 'on_time' or decision_due_at is not null group by 2, 3
      ), tallied as (select timer, state, owner_id, sum(n) as n from sales.timer_tally group by 1, 2, 3 having sum(n) <> 0)
      select count(*)::int as differ from counted full join tallied using (timer, state) where counted.owner_id is not distinct from tallied.owner_id and counted.n is distinct from tallied.n`
    return told[0]?.differ
  }
  expect(await count()).toBe(0)
  await db.$queryRaw`select sales.fold_timers(5000::int) as n`
  expect(await count()).toBe(0)
  const { id } = await aLead({}, monday)
  await db.lead.update({ where: { id }, data: { ownerId: maja.id, ownerName: maja.name } })
  await workAt(monday)
  expect(await count()).toBe(0)
  await db.$executeRaw`delete from sales.timer_tally`
  await db.$executeRaw`select sales.recount_timers()`
  expect(await db.timerTally.count()).toBeGreaterThan(0)
  expect(await count()).toBe(0)
})
