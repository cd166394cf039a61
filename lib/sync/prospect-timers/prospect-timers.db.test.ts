import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { editCalendar } from "@/lib/sales/calendar/change-calendars"
import { listCalendars } from "@/lib/sales/calendar/queries"
import { EditCalendar } from "@/lib/sales/calendar/schema"
import { pauseTimers, resumeTimers } from "@/lib/sales/timers/pause-timers"
import { watchTimers } from "@/lib/sales/timers/watch-timers"
import { aLead, anOpportunity, aProspect, approve, aStaff, reject, reopen, runMap, undo, win } from "@/prisma/makers"
import { readPromise } from "./promise"
import { watchProspects } from "./watch-prospects"

let maja: Staff
let henrik: Staff
let noor: Staff
const at = (text: string) => new Date(text)
/** Monday, when work begins. */
const monday = at("2026-11-16T09:00Z")

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
})

/** Workers do all that there is to do at an hour. */
async function workAt(now: string | Date): Promise<void> {
  const clock = () => new Date(now)
  for (let left = 200; (await watchTimers(clock)) || (await watchProspects(clock)); left--)
    if (left === 0) throw new Error("the timers never come to rest")
}

const timerOf = (id: string) =>
  db.prospect.findUniqueOrThrow({ where: { id }, select: { decisionState: true, decisionDueAt: true, timerNextAt: true, version: true } })
const leadTimerOf = (prospectId: string) =>
  db.lead.findUniqueOrThrow({ where: { prospectId }, select: { decisionState: true, decisionDueAt: true } })
/** That a prospect promises what its lead promises. */
async function expectSame(id: string) {
  const { decisionState, decisionDueAt } = await timerOf(id)
  expect({ decisionState, decisionDueAt }).toEqual(await leadTimerOf(id))
}

describe("a prospect that has a lead", () => {
  test("promises what its lead promises: due, warned of, breached, and never overtaken by its clock", async () => {
    const { id, version } = await aProspect({}, monday)
    await workAt(monday)
    await expectSame(id)
    const { decisionDueAt, timerNextAt } = await timerOf(id)
    expect(decisionDueAt && decisionDueAt > monday).toBe(true)
    await workAt(timerNextAt ?? monday)
    expect(await timerOf(id)).toMatchObject({ decisionState: "warning", decisionDueAt })
    await expectSame(id)
    await workAt(decisionDueAt ?? monday)
    expect(await timerOf(id)).toMatchObject({ decisionState: "breached", version })
    await expectSame(id)
  })

  test("stands while its lead's clock stands", async () => {
    const lead = await aLead({}, monday)
    const id = lead.prospectId ?? ""
    await workAt(monday)
    const as = (deed: (ctx: Ctx & { actor: Staff }) => Promise<unknown>, now: string) =>
      inTransaction(maja, (ctx) => deed({ ...ctx, actor: maja }), at(now))
    const { decisionDueAt: before } = await timerOf(id)
    await as((ctx) => pauseTimers(ctx, { leadId: lead.id, reason: "We wait for their papers" }), "2026-11-16T11:00Z")
    await workAt("2026-11-16T11:00Z")
    expect(await timerOf(id)).toMatchObject({ decisionState: "paused", decisionDueAt: null })
    await as((ctx) => resumeTimers(ctx, { leadId: lead.id }), "2026-11-17T11:00Z")
    await workAt("2026-11-17T11:00Z")
    await expectSame(id)
    const { decisionDueAt: after } = await timerOf(id)
    expect(after && before && after > before).toBe(true)
  })

  test("is met by its decision, wherever that was made, and runs on where it is undone or reopened", async () => {
    const deal = await anOpportunity(maja, {}, monday)
    const id = deal.prospectId ?? ""
    await workAt(monday)
    const { decisionId } = await win(maja, deal.id, {}, at("2026-11-17T10:00Z"))
    await workAt("2026-11-17T10:00Z")
    expect(await timerOf(id)).toMatchObject({ decisionState: "met", decisionDueAt: null })
    await undo(maja, decisionId, at("2026-11-17T10:00:20Z"))
    await workAt("2026-11-17T10:00:20Z")
    await expectSame(id)
    expect(await timerOf(id)).toMatchObject({ decisionState: "on_time" })
    await win(maja, deal.id, {}, at("2026-11-18T10:00Z"))
    await workAt("2026-11-18T10:00Z")
    await reopen(maja, deal.id, at("2026-11-20T10:00Z"))
    await workAt("2026-11-20T10:00Z")
    await expectSame(id)
  })

  test("decided late is met late", async () => {
    const { id } = await aProspect({}, monday)
    await reject(henrik, id, at("2027-03-01T10:00Z"))
    await workAt("2027-03-01T10:00Z")
    expect(await timerOf(id)).toMatchObject({ decisionState: "missed" })
  })
})

describe("where Sales has no part in it", () => {
  test("it has the clock of the lead that would be made of it, and new hours are new due times", async () => {
    await runMap(noor, "prospects_leads", "stop")
    const { id, leadId } = await aProspect({}, monday)
    await runMap(noor, "prospects_leads", "start")
    const twin = await aProspect({}, monday)
    expect(leadId).toBeNull()
    await workAt(monday)
    const { decisionState, decisionDueAt } = await timerOf(id)
    expect({ decisionState, decisionDueAt }).toEqual(await leadTimerOf(twin.id))
    const [calendar] = await listCalendars()
    const edited = { calendarId: calendar?.id, version: calendar?.version, name: "Mondays alone", timeZone: "UTC", monday: "9-10" }
    await inTransaction(noor, (ctx) => editCalendar({ ...ctx, actor: noor }, EditCalendar.parse(edited)), at("2026-11-16T09:30Z"))
    await workAt("2026-11-16T09:30Z")
    const after = (await timerOf(id)).decisionDueAt
    expect(after).not.toEqual(decisionDueAt)
    expect(after).toEqual((await leadTimerOf(twin.id)).decisionDueAt)
    await approve(henrik, id, at("2026-11-16T12:00Z"))
    await workAt("2026-11-16T12:00Z")
    expect(await timerOf(id)).toMatchObject({ decisionState: "met" })
  })
})

test("two workers look at once, and each prospect is looked at", async () => {
  for (let made = 0; made < 12; made++) await aProspect({}, monday)
  const clock = () => monday
  const work = async () => {
    while (await watchProspects(clock));
  }
  await Promise.all([work(), work(), work()])
  expect(await db.prospect.count({ where: { decisionState: "on_time", decisionDueAt: null } })).toBe(0)
})

describe("whoever sent a request", () => {
  test("is promised the hour by which its lead is due, and is told when that is over", async () => {
    const prospect = await aProspect({}, monday)
    await workAt(monday)
    const { decisionDueAt } = await timerOf(prospect.id)
    expect(await readPromise(prospect, monday)).toEqual({ at: decisionDueAt, isLate: false })
    expect(await readPromise(prospect, at("2027-03-01T09:00Z"))).toEqual({ at: decisionDueAt, isLate: true })
  })

  test("is promised nothing while the clock stands, and reads no other date while a decision can still be undone", async () => {
    const lead = await aLead({}, monday)
    const prospect = await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })
    const promised = await readPromise(prospect, monday)
    await inTransaction(maja, (ctx) => pauseTimers({ ...ctx, actor: maja }, { leadId: lead.id, reason: "Papers" }), at("2026-11-16T11:00Z"))
    expect(await readPromise(prospect, at("2026-11-16T12:00Z"))).toBeNull()
    await inTransaction(maja, (ctx) => resumeTimers({ ...ctx, actor: maja }, { leadId: lead.id }), at("2026-11-16T11:00Z"))
    await reject(henrik, prospect.id, at("2026-11-17T09:00Z"))
    await workAt("2026-11-17T09:00Z")
    expect(await timerOf(prospect.id)).toMatchObject({ decisionState: "met" })
    expect(await readPromise(prospect, at("2026-11-17T09:00Z"))).toEqual(promised)
  })

  test("has a promise where no lead was made of it, too", async () => {
    await runMap(noor, "prospects_leads", "stop")
    const prospect = await aProspect({}, monday)
    await runMap(noor, "prospects_leads", "start")
    await workAt(monday)
    expect(await readPromise(prospect, monday)).toEqual({ at: (await timerOf(prospect.id)).decisionDueAt, isLate: false })
  })
})
