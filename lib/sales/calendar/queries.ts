import { z } from "zod"
import { db, type Tx } from "@/lib/platform/db"
import type { Hours } from "./business-time"

/** Business hours with a name. */
export type Calendar = Hours & { id: string; name: string; isDefault: boolean; version: number }

const Week = z.array(z.tuple([z.number(), z.number(), z.number()]))
const Holidays = z.array(z.object({ day: z.string(), name: z.string(), isYearly: z.boolean() }))

const shown = { id: true, name: true, timeZone: true, week: true, holidays: true, isDefault: true, version: true } as const

/** Every calendar, the default first, then by name. There is always a default. */
export async function listCalendars(tx: Tx = db): Promise<Calendar[]> {
  const rows = await tx.businessCalendar.findMany({ select: shown, orderBy: [{ isDefault: "desc" }, { name: "asc" }] })
  return rows.map((row) => ({ ...row, week: Week.parse(row.week), holidays: Holidays.parse(row.holidays) }))
}

/** Gives the calendar of an id, or the default where it is none that exists. */
export function calendarFinder(calendars: readonly Calendar[]): (id: string | null | undefined) => Calendar {
  const [first] = calendars
  const fallback = calendars.find(({ isDefault }) => isDefault) ?? first
  if (!fallback) throw new Error("There is no calendar of business hours.")
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  return (id) => (id ? byId.get(id) : undefined) ?? fallback
}
