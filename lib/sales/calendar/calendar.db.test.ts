import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { whileHolding } from "@/lib/platform/testing-waits"
import { aLead, aStaff } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { availabilityOf, isAvailable } from "./availability"
import { addCalendar, editCalendar, makeCalendarDefault, removeCalendar } from "./change-calendars"
import { listStaffHours } from "./list-staff-hours"
import { listCalendars } from "./queries"
import { AddAbsence, AddCalendar, EditCalendar } from "./schema"
import { addAbsence, removeAbsence, setStaffHours } from "./set-hours"

let maja: Staff
let tomás: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomás = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

type Deed<Input, Data> = (ctx: Parameters<typeof addCalendar>[0], input: Input) => Promise<Data>
const act = <Input, Data>(staff: Staff, deed: Deed<Input, Data>, input: Input) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }, input))

const typed = (name: string) => ({
  name,
  timeZone: "Europe/Copenhagen",
  monday: "8-16",
  tuesday: "08:00–12:00, 13:00–17:00",
  holidays: "12-25 Christmas Day\n2027-04-02 Good Friday",
})
const monday = new Date("2026-11-30T09:00Z")

describe("business hours", () => {
  test("there is a default from the beginning", async () => {
    expect((await listCalendars()).filter(({ isDefault }) => isDefault)).toMatchObject([{ name: "Standard hours", timeZone: "UTC" }])
  })

  test("are added, changed and made the default, each once in the audit", async () => {
    const { calendarId } = await act(priya, addCalendar, AddCalendar.parse(typed("Yard")))
    expect((await listCalendars()).find(({ id }) => id === calendarId)).toMatchObject({
      name: "Yard",
      week: [
        [1, 480, 960],
        [2, 480, 720],
        [2, 780, 1020],
      ],
      holidays: [{ day: "2024-12-25", name: "Christmas Day", isYearly: true }, { day: "2027-04-02" }],
    })
    await act(priya, editCalendar, EditCalendar.parse({ ...typed("Yard"), calendarId, version: "1", sunday: "10-12" }))
    await expect(act(priya, editCalendar, EditCalendar.parse({ ...typed("Yard"), calendarId, version: 1 }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Priya Raman changed business hours"),
    })
    const [before] = await listCalendars()
    await act(priya, makeCalendarDefault, { calendarId })
    expect((await listCalendars()).filter(({ isDefault }) => isDefault)).toMatchObject([{ name: "Yard" }])
    await act(priya, makeCalendarDefault, { calendarId: before?.id ?? "" })
    const moves = await db.auditEntry.findMany({ where: { recordId: calendarId }, orderBy: { id: "asc" }, select: { move: true } })
    expect(moves.map(({ move }) => move)).toEqual(["calendar.add", "calendar.edit", "calendar.default"])
  })

  test("two names alike are refused, and what cannot be read stands at its field", async () => {
    await expect(act(priya, addCalendar, AddCalendar.parse(typed("standard HOURS")))).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    })
    const read = AddCalendar.safeParse({ name: "", timeZone: "Mars/Olympus", monday: "never", holidays: "Easter" })
    expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(["name", "timeZone"])
    const days = AddCalendar.safeParse({ name: "A", timeZone: "UTC", monday: "never", holidays: "Easter" })
    expect(days.error?.issues.map(({ path }) => path.join("."))).toEqual(["monday", "holidays", "monday"])
    expect(AddCalendar.safeParse({ name: "A", timeZone: "UTC" }).error?.issues[0]?.message).toContain("at least one span")
  })

  test("the default cannot be removed, nor what somebody works by", async () => {
    const { calendarId } = await act(priya, addCalendar, AddCalendar.parse(typed("Night watch")))
    const standard = (await listCalendars()).find(({ isDefault }) => isDefault)
    await expect(act(priya, removeCalendar, { calendarId: standard?.id ?? "" })).rejects.toMatchObject({ code: "conflict" })
    await act(priya, setStaffHours, { personId: tomás.id, calendarId, capacity: null })
    await expect(act(priya, removeCalendar, { calendarId })).rejects.toMatchObject({ message: expect.stringContaining("1 person") })
    await act(priya, setStaffHours, { personId: tomás.id, calendarId: null, capacity: null })
    await act(priya, removeCalendar, { calendarId })
    expect((await listCalendars()).some(({ id }) => id === calendarId)).toBe(false)
  })

  test("two who choose a default at once leave one", async () => {
    const [one, other] = [
      await act(priya, addCalendar, AddCalendar.parse(typed("East"))),
      await act(priya, addCalendar, AddCalendar.parse(typed("West"))),
    ]
    await Promise.all([act(priya, makeCalendarDefault, one), act(priya, makeCalendarDefault, other)])
    const defaults = (await listCalendars()).filter(({ isDefault }) => isDefault)
    expect(defaults).toHaveLength(1)
    const standard = (await listCalendars()).find(({ name }) => name === "Standard hours")
    await act(priya, makeCalendarDefault, { calendarId: standard?.id ?? "" })
  })
})

describe("who can take a lead", () => {
  const away = (from: string, to: string) => AddAbsence.parse({ personId: maja.id, from, to, reason: "Holiday" })

  test("nobody who is away, disabled, or does not exist", async () => {
    const { absenceId } = await act(maja, addAbsence, away("2026-11-30", "2026-12-02"))
    const found = await availabilityOf(db, [maja.id, tomás.id, newId()], monday)
    expect([...found.keys()].sort()).toEqual([maja.id, tomás.id].sort())
    expect(found.get(maja.id)).toMatchObject({ isAvailable: false, isAtWork: false, awayUntil: "2026-12-02" })
    expect(found.get(tomás.id)).toMatchObject({ isAvailable: true, isAtWork: true, awayUntil: null, capacity: null })
    expect(await isAvailable(db, maja.id, new Date("2026-12-02T23:59Z"))).toBe(false)
    expect(await isAvailable(db, maja.id, new Date("2026-12-03T00:00Z"))).toBe(true)
    await act(maja, removeAbsence, { absenceId })
    expect(await isAvailable(db, maja.id, monday)).toBe(true)
    expect(await isAvailable(db, newId(), monday)).toBe(false)
    const gone = await aStaff("seller")
    await db.person.update({ where: { id: gone.id }, data: { disabledAt: monday } })
    expect(await isAvailable(db, gone.id, monday)).toBe(false)
  })

  test("an absence that a colleague takes back at the same moment is not there any more", async () => {
    const { absenceId } = await act(maja, addAbsence, away("2026-11-30", "2026-12-02"))
    const late = whileHolding(
      ({ tx }) => tx.absence.delete({ where: { id: absenceId } }),
      () => act(maja, removeAbsence, { absenceId }),
    )
    await expect(late).rejects.toMatchObject({ code: "not_found" })
  })

  test("a day away begins with the day where one works", async () => {
    const { calendarId } = await act(priya, addCalendar, AddCalendar.parse({ ...typed("Auckland"), timeZone: "Pacific/Auckland" }))
    await act(priya, setStaffHours, { personId: maja.id, calendarId, capacity: null })
    const { absenceId } = await act(maja, addAbsence, away("2026-12-01", "2026-12-01"))
    expect(await isAvailable(db, maja.id, new Date("2026-11-30T10:59Z"))).toBe(true)
    expect(await isAvailable(db, maja.id, new Date("2026-11-30T11:00Z"))).toBe(false)
    await act(maja, removeAbsence, { absenceId })
    await act(priya, setStaffHours, { personId: maja.id, calendarId: null, capacity: null })
  })

  test("somebody's room is what their capacity leaves, with the leads that the same transaction gives away", async () => {
    await act(priya, setStaffHours, { personId: tomás.id, calendarId: null, capacity: 2 })
    const leads = [await aLead(), await aLead(), await aLead()]
    await inTransaction(priya, async (ctx) => {
      for (const [place, { id: leadId }] of leads.entries()) {
        await assignLead({ ...ctx, actor: priya }, { leadId, ownerId: tomás.id })
        const found = (await availabilityOf(ctx.tx, [tomás.id], monday)).get(tomás.id)
        expect(found).toMatchObject({ openLeads: place + 1, capacity: 2, room: Math.max(0, 1 - place) })
      }
    })
    expect((await availabilityOf(db, [maja.id], monday)).get(maja.id)?.room).toBe(Number.POSITIVE_INFINITY)
  })

  test("everybody keeps their own hours; managers everybody's", async () => {
    await expect(act(maja, setStaffHours, { personId: tomás.id, calendarId: null, capacity: 5 })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("A Sales manager or Administrator can change those of Tomás Herrera"),
    })
    await expect(act(maja, addAbsence, { ...away("2026-12-07", "2026-12-08"), personId: tomás.id })).rejects.toMatchObject({
      code: "forbidden",
    })
    await act(priya, addAbsence, { ...away("2026-12-07", "2026-12-08"), personId: tomás.id })
    expect((await listStaffHours(maja, monday)).map(({ name }) => name)).toEqual(["Maja Lindqvist"])
    expect((await listStaffHours(priya, monday)).find(({ name }) => name === "Tomás Herrera")).toMatchObject({
      capacity: 2,
      openLeads: 3,
      absences: [{ from: "2026-12-07", to: "2026-12-08", reason: "Holiday" }],
    })
  })

  test("an absence runs forward, and two of one person never meet", async () => {
    expect(AddAbsence.safeParse({ personId: maja.id, from: "2026-12-09", to: "2026-12-08", reason: "Ill" }).success).toBe(false)
    await act(maja, addAbsence, away("2026-12-20", "2026-12-27"))
    await expect(act(maja, addAbsence, away("2026-12-27", "2026-12-30"))).rejects.toMatchObject({ code: "conflict" })
  })
})
