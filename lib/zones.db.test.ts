import { encode } from "next-auth/jwt"
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { chooseZone, keepFirstZone } from "@/lib/identity/choose-zone"
import { getSignedIn, openSession, sessionCookieName } from "@/lib/identity/sessions"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { type Filter, filterText } from "@/lib/platform/filter"
import { houseZone } from "@/lib/platform/house-zone"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { inZone } from "@/lib/platform/testing-zone"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { addTask } from "@/lib/sales/activities/add-task"
import { editCall } from "@/lib/sales/activities/edit-activity"
import { logCall } from "@/lib/sales/activities/log-call"
import { listMyTasks } from "@/lib/sales/activities/queries"
import { AddTask, EditCall, LogCall } from "@/lib/sales/activities/schema"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { matchRules } from "@/lib/sales/rule-sets/condition-sql"
import { aRule } from "@/lib/sales/rule-sets/testing-rules"
import { aLead, anOpportunity, aStaff } from "@/prisma/makers"

const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (browser.cookies.has(name) ? { name, value: browser.cookies.get(name) } : undefined) }),
  headers: async () => new Headers(),
}))
// Outside a request React remembers nothing, so each call asks the database who is signed in.
vi.mock("react", async (original) => ({ ...(await original<typeof import("react")>()), cache: (read: unknown) => read }))

const inHouse = (timeZone: string) => db.businessCalendar.updateMany({ where: { isDefault: true }, data: { timeZone } })
beforeEach(() => inHouse("UTC"))

describe("whose zone it is", () => {
  const zoneOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).timeZone

  async function signedIn(personId: string) {
    const sid = await inTransaction(theSystem, (ctx) => openSession(ctx, personId, null))
    browser.cookies.set(sessionCookieName(), await encode({ token: { sub: personId, sid }, secret: env().AUTH_SECRET }))
    return inZone("UTC", async () => {
      const { ownZone, timeZone } = (await getSignedIn()) ?? {}
      return { ownZone, timeZone, told: viewerZone() }
    })
  }

  test("the browser's at the first sign-in, the house's without one, and what was chosen stays", async () => {
    const maja = await aStaff("seller")
    await inHouse("Europe/Athens")
    expect(await signedIn(maja.id)).toEqual({ ownZone: null, timeZone: "Europe/Athens", told: "Europe/Athens" })
    const arrive = (zone: string | null) => inTransaction(maja, (ctx) => keepFirstZone(ctx, maja.id, zone))
    await arrive(null)
    await arrive("Mars/Olympus")
    expect(await zoneOf(maja.id)).toBeNull()
    await arrive("America/New_York")
    await arrive("Asia/Kolkata")
    expect(await signedIn(maja.id)).toEqual({ ownZone: "America/New_York", timeZone: "America/New_York", told: "America/New_York" })
    await inTransaction(maja, (ctx) => chooseZone(ctx, { timeZone: null }))
    expect(await signedIn(maja.id)).toMatchObject({ ownZone: null, timeZone: "Europe/Athens" })
  })

  test("letters are told in the house's", async () => {
    await inHouse("Pacific/Auckland")
    expect(await houseZone()).toBe("Pacific/Auckland")
  })
})

describe("days of a filter are those of whoever looks", () => {
  // In Berlin it is Tuesday already, in New York still Monday.
  const now = new Date("2026-11-30T23:30:00Z")
  const viewerId = "00000000-0000-0000-0000-000000000000"
  const moments = { dawn: "2026-11-30T04:30:00Z", noon: "2026-11-30T12:00:00Z", late: "2026-11-30T23:15:00Z" }

  beforeAll(async () => {
    for (const [name, at] of Object.entries(moments)) await aLead({ companyName: `Zones ${name}` }, new Date(at))
  })

  const found = (zone: string, ...filter: string[]) =>
    inZone(zone, async () => {
      const query = readListQuery(leadSource.shape, {
        view: "all",
        q: "Zones",
        cols: "company",
        f: filterText(filter as unknown as Filter),
      })
      const { rows } = await readList(leadSource, viewerId, query, now)
      return rows.map(({ cells: [company] }) => String(company).replace("Zones ", "")).sort()
    })

  test("today is another day in Berlin than in New York, at one instant", async () => {
    expect(await found("Europe/Berlin", "created", "today")).toEqual(["late"])
    expect(await found("America/New_York", "created", "today")).toEqual(["late", "noon"])
    expect(await found("UTC", "created", "today")).toEqual(["dawn", "late", "noon"])
  })

  test.each([
    ["Europe/Berlin", ["on", "2026-11-30"], ["dawn", "noon"]],
    ["America/New_York", ["on", "2026-11-29"], ["dawn"]],
    ["Europe/Berlin", ["before", "2026-12-01"], ["dawn", "noon"]],
    ["Europe/Berlin", ["after", "2026-11-30"], ["late"]],
    ["America/New_York", ["before", "2026-11-30"], ["dawn"]],
    ["Asia/Kolkata", ["between", "2026-11-30", "2026-11-30"], ["dawn", "noon"]],
    ["Pacific/Auckland", ["between", "2026-11-30", "2026-12-01"], ["dawn", "late", "noon"]],
    // A day of UTC, as links from a dashboard once told it and saved views still may.
    ["America/New_York", ["between", "2026-11-30Z", "2026-11-30Z"], ["dawn", "late", "noon"]],
    ["Europe/Berlin", ["after", "2026-11-30Z"], []],
    // The ends of the calendar are no errors.
    ["Pacific/Auckland", ["after", "9999-12-31"], []],
    ["Pacific/Auckland", ["after", "0001-01-01"], ["dawn", "late", "noon"]],
  ])("in %s, created %j", async (zone, filter, companies) => {
    expect(await found(zone, "created", ...filter)).toEqual(companies)
  })

  test("this week and this month begin and end at midnights of whoever looks", async () => {
    expect(await found("Europe/Berlin", "created", "during", "this-month")).toEqual(["late"])
    expect(await found("Europe/Berlin", "created", "during", "last-month")).toEqual(["dawn", "noon"])
    expect(await found("America/New_York", "created", "during", "this-month")).toEqual(["dawn", "late", "noon"])
    expect(await found("America/New_York", "created", "during", "this-week")).toEqual(["late", "noon"])
    expect(await found("America/New_York", "created", "during", "last-week")).toEqual(["dawn"])
    expect(await found("Europe/Berlin", "created", "during", "this-year")).toEqual(["dawn", "late", "noon"])
  })

  test("a date has no zone; only what today is hangs on who looks", async () => {
    const seller = await aStaff("seller")
    const { id } = await anOpportunity(seller)
    await db.opportunity.update({ where: { id }, data: { estimatedCloseDate: new Date("2026-12-01") } })
    const is = (zone: string, ...filter: string[]) =>
      inZone(zone, async () => {
        const query = readListQuery(opportunitySource.shape, {
          view: "all",
          f: filterText(["closeDate", ...filter] as unknown as Filter),
        })
        return (await readList(opportunitySource, viewerId, query, now)).rows.some((row) => row.id === id)
      })
    for (const zone of ["Europe/Berlin", "America/New_York"]) {
      expect(await is(zone, "on", "2026-12-01")).toBe(true)
      expect(await is(zone, "after", "2026-11-30")).toBe(true)
      expect(await is(zone, "before", "2026-12-01")).toBe(false)
    }
    expect([await is("Europe/Berlin", "today"), await is("America/New_York", "today")]).toEqual([true, false])
    expect([await is("Europe/Berlin", "next-days", "0"), await is("America/New_York", "next-days", "0")]).toEqual([true, false])
    expect([await is("America/New_York", "next-days", "1"), await is("Europe/Berlin", "last-days", "0")]).toEqual([true, true])
  })

  test("a rule reads days as the house does, whoever looks", async () => {
    const { id } = await aLead({ companyName: "Ruled" }, new Date(moments.late))
    const rules = [
      aRule({ points: 1 }, ["created", "on", "2026-12-01"]),
      aRule({ points: 1 }, ["created", "today"]),
      aRule({ points: 1 }, ["created", "during", "last-month"]),
      aRule({ points: 1 }, ["created", "during", "this-quarter"]),
    ]
    const held = (zone: string) => inZone(zone, async () => (await matchRules(db, rules, [id], now)).get(id))
    expect(await held("Europe/Berlin")).toEqual([1, 3])
    await inHouse("Europe/Berlin")
    expect([await held("America/New_York"), await held("Asia/Kolkata")]).toEqual([
      [0, 1, 3],
      [0, 1, 3],
    ])
  })
})

describe("times are typed on the clocks of whoever types", () => {
  test("a task at nine in New York is one at three in the afternoon in Berlin, and late from then on for both", async () => {
    const maja = await aStaff("seller")
    const { id } = await aLead()
    const given = {
      about: "lead",
      id,
      subject: "Call back",
      ownerId: maja.id,
      due: "2026-11-30",
      dueTime: "09:00",
      remindAt: "2026-11-30T08:45",
    }
    await inZone("America/New_York", () => inTransaction(maja, (ctx) => addTask({ ...ctx, actor: maja }, AddTask.parse(given))))
    const [task] = await inZone("Europe/Berlin", () => listMyTasks(maja, new Date("2026-11-30T14:30:00Z"), 5))
    expect(task).toMatchObject({ dueAt: new Date("2026-11-30T14:00:00Z"), isLate: true, due: "late since today" })
    const stored = await db.activity.findUniqueOrThrow({ where: { id: task?.id ?? "" } })
    expect(stored.remindAt).toEqual(new Date("2026-11-30T13:45:00Z"))
  })

  test("a task for a day is for that day everywhere, and late once the day is over where one is", async () => {
    const maja = await aStaff("seller")
    const { id } = await aLead()
    const given = { about: "lead", id, subject: "Send the papers", ownerId: maja.id, due: "2026-11-30" }
    await inZone("Asia/Kolkata", () => inTransaction(maja, (ctx) => addTask({ ...ctx, actor: maja }, AddTask.parse(given))))
    const due = (zone: string) =>
      inZone(zone, async () => (await listMyTasks(maja, new Date("2026-11-30T23:30:00Z"), 5)).map(({ due: word }) => word))
    expect([await due("America/New_York"), await due("Europe/Berlin")]).toEqual([["today"], ["1 day late"]])
  })

  test("an hour that the clocks skip is refused in words", () => {
    const call = {
      about: "lead",
      id: "0193a1b0-0000-7000-8000-000000025001",
      subject: "Call",
      direction: "outgoing",
      at: "2026-03-29T02:30",
    }
    const refused = inZone("Europe/Berlin", () => LogCall.safeParse(call))
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(["On that day the clocks skip this hour. Choose another time"])
    expect(inZone("UTC", () => LogCall.safeParse(call)).success).toBe(true)
  })

  test("a call in the hour that comes twice keeps its moment when its text is changed", async () => {
    const maja = await aStaff("seller")
    const lead = await aLead()
    const call = { about: "lead", id: lead.id, subject: "Call", direction: "outgoing", at: "2026-10-25T01:30" }
    const { id } = await inZone("UTC", () => inTransaction(maja, (ctx) => logCall({ ...ctx, actor: maja }, LogCall.parse(call))))
    const edited = { activityId: id, version: 1, subject: "Call, reworded", direction: "outgoing", at: "2026-10-25T02:30" }
    await inZone("Europe/Berlin", () => inTransaction(maja, (ctx) => editCall({ ...ctx, actor: maja }, EditCall.parse(edited))))
    expect(await db.activity.findUniqueOrThrow({ where: { id } })).toMatchObject({
      subject: "Call, reworded",
      at: new Date("2026-10-25T01:30:00Z"),
    })
  })
})
