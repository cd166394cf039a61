import type { Staff } from "@/lib/identity/actor"
import { auditMove, type FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { sweepTimers } from "../timers/sweep-timers"
import { holidaysText, weekText } from "./hours-text"
import type { Calendar } from "./queries"
import { listCalendars } from "./queries"
import { refusalToRemoveCalendar } from "./rules"
import type { AddCalendar, CalendarRef, EditCalendar } from "./schema"

type Worker = Ctx & { actor: Staff }

/** One at a time changes the calendars, so that two who choose a default wait for each other. */
const lockCalendars = ({ tx }: Ctx) => tx.$executeRaw`select 1 from sales.business_calendar order by id for update`

async function standing(ctx: Ctx, calendarId: string): Promise<{ calendar: Calendar; all: Calendar[] }> {
  await lockCalendars(ctx)
  const all = await listCalendars(ctx.tx)
  const calendar = all.find(({ id }) => id === calendarId)
  if (!calendar) throw notFound("calendar")
  return { calendar, all }
}

function insistOnName(all: readonly Calendar[], name: string, own: string | null): void {
  if (all.some((other) => other.id !== own && other.name.toLowerCase() === name.toLowerCase()))
    throw new AppError("invalid", "There is a calendar of this name.", { fields: { name: "There is a calendar of this name" } })
}

const ref = (id: string, label: string) => ({ kind: "calendar" as const, id, label })
const json = ({ week, holidays }: Pick<AddCalendar, "week" | "holidays">) => ({ week: week.map((span) => [...span]), holidays })

/** Adds business hours that can be chosen. */
export async function addCalendar(ctx: Worker, input: AddCalendar) {
  await lockCalendars(ctx)
  insistOnName(await listCalendars(ctx.tx), input.name, null)
  const id = newId()
  const { name, timeZone } = input
  await ctx.tx.businessCalendar.create({ data: { id, name, timeZone, ...json(input), createdAt: ctx.now } })
  auditMove(ctx, { move: "calendar.add", record: ref(id, name), to: weekText(input.week) })
  return { calendarId: id }
}

/** Changes business hours. What is counted by them is counted anew in the background. */
export async function editCalendar(ctx: Worker, { calendarId, version, ...input }: EditCalendar) {
  const { calendar, all } = await standing(ctx, calendarId)
  if (calendar.version !== version) throw await overtaken(ctx, calendarId)
  insistOnName(all, input.name, calendarId)
  const { name, timeZone } = input
  await ctx.tx.businessCalendar.update({
    where: { id: calendarId },
    data: { name, timeZone, ...json(input), version: { increment: 1 } },
  })
  await sweepTimers(ctx)
  const changes = changesOf(calendar, input)
  auditMove(ctx, { move: "calendar.edit", record: ref(calendarId, name), from: weekText(calendar.week), to: weekText(input.week), changes })
  return { calendarId }
}

type Told = Pick<Calendar, "name" | "timeZone" | "week" | "holidays">

function changesOf(before: Told, after: Told): FieldChange[] {
  const told = ({ name, timeZone, week, holidays }: Told) => ({
    name,
    timeZone,
    week: weekText(week),
    holidays: holidaysText(holidays),
  })
  const [from, to] = [told(before), told(after)]
  return (Object.keys(to) as (keyof typeof to)[]).map((field) => ({ field, from: from[field], to: to[field] }))
}

/** Makes a calendar the one that stands wherever none is chosen. */
export async function makeCalendarDefault(ctx: Worker, { calendarId }: CalendarRef) {
  const { calendar, all } = await standing(ctx, calendarId)
  if (calendar.isDefault) throw new AppError("conflict", `${calendar.name} is the default already.`)
  const before = all.find(({ isDefault }) => isDefault)
  await ctx.tx.businessCalendar.updateMany({ where: { isDefault: true }, data: { isDefault: false } })
  await ctx.tx.businessCalendar.update({ where: { id: calendarId }, data: { isDefault: true } })
  await sweepTimers(ctx)
  auditMove(ctx, { move: "calendar.default", record: ref(calendarId, calendar.name), from: before?.name, to: calendar.name })
  return { calendarId }
}

/** Takes away business hours that nobody uses. */
export async function removeCalendar(ctx: Worker, { calendarId }: CalendarRef) {
  const { calendar } = await standing(ctx, calendarId)
  const users = (await ctx.tx.staffHours.count({ where: { calendarId } })) + (await ctx.tx.timerTarget.count({ where: { calendarId } }))
  insist(refusalToRemoveCalendar(calendar, users))
  await ctx.tx.businessCalendar.delete({ where: { id: calendarId } })
  auditMove(ctx, { move: "calendar.remove", record: ref(calendarId, calendar.name) })
  return { calendarId }
}
