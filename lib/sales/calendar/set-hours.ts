import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { dayTextOf } from "@/lib/platform/zone"
import { refusalToSetHours } from "./rules"
import type { AbsenceRef, AddAbsence, SetStaffHours } from "./schema"

type Worker = Ctx & { actor: Staff }

async function insistOnPerson({ tx, actor }: Worker, personId: string) {
  const person = await tx.person.findFirst({ where: { id: personId, staffRole: { not: null } }, select: { id: true, name: true } })
  if (!person) throw notFound("member of staff")
  insist(refusalToSetHours(actor, personId, person.name))
  return { kind: "person" as const, id: personId, label: person.name }
}

/** Says by which calendar somebody works, and how many open leads they can have. */
export async function setStaffHours(ctx: Worker, { personId, calendarId, capacity }: SetStaffHours) {
  const record = await insistOnPerson(ctx, personId)
  const calendar = calendarId ? await ctx.tx.businessCalendar.findUnique({ where: { id: calendarId }, select: { name: true } }) : null
  if (calendarId && !calendar)
    throw new AppError("invalid", "Choose a calendar that exists.", { fields: { calendarId: "Choose a calendar" } })
  const before = await ctx.tx.staffHours.findUnique({
    where: { personId },
    select: { capacity: true, calendar: { select: { name: true } } },
  })
  const data = { calendarId, capacity }
  await ctx.tx.staffHours.upsert({ where: { personId }, create: { personId, ...data }, update: data })
  const told = (most: number | null | undefined) => (most === null || most === undefined ? null : String(most))
  auditMove(ctx, {
    move: "hours.set",
    record,
    changes: [
      { field: "calendar", from: before?.calendar?.name ?? null, to: calendar?.name ?? null },
      { field: "capacity", from: told(before?.capacity), to: told(capacity) },
    ],
  })
  return { personId }
}

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Notes days on which somebody is away. */
export async function addAbsence(ctx: Worker, { personId, from, to, reason }: AddAbsence) {
  const record = await insistOnPerson(ctx, personId)
  // Two who note absences of one person wait for each other.
  await ctx.tx.$executeRaw`select 1 from platform.person where id = ${personId}::uuid for no key update`
  const meeting = await ctx.tx.absence.findFirst({ where: { personId, fromDay: { lte: day(to) }, toDay: { gte: day(from) } } })
  if (meeting) {
    const message = `${record.label} is away on some of these days already: ${meeting.reason}.`
    throw new AppError("conflict", message, { fields: { from: "These days overlap another absence" } })
  }
  const id = newId()
  await ctx.tx.absence.create({ data: { id, personId, fromDay: day(from), toDay: day(to), reason, createdAt: ctx.now } })
  auditMove(ctx, { move: "absence.add", record, from, to, reason })
  return { absenceId: id }
}

/** Takes an absence back. */
export async function removeAbsence(ctx: Worker, { absenceId }: AbsenceRef) {
  const absence = await ctx.tx.absence.findUnique({ where: { id: absenceId } })
  if (!absence) throw notFound("absence")
  const record = await insistOnPerson(ctx, absence.personId)
  const { count } = await ctx.tx.absence.deleteMany({ where: { id: absenceId } })
  if (count === 0) throw notFound("absence")
  auditMove(ctx, { move: "absence.remove", record, from: dayTextOf(absence.fromDay), to: dayTextOf(absence.toDay), reason: absence.reason })
  return { absenceId }
}
