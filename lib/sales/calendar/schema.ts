import { z } from "zod"
import { lineOf, wholeNumber } from "@/lib/platform/form-shapes"
import { isTimeZone } from "@/lib/platform/zone"
import { isDay, type WeekSpan } from "./business-time"
import { type Read, readHolidays, readSpans, weekdays } from "./hours-text"

const typed = z.string().max(200).default("")

const form = {
  name: lineOf("name", 60, "Enter a name"),
  timeZone: z.string().refine((zone) => zone.length <= 60 && isTimeZone(zone), "Choose a time zone"),
  monday: typed,
  tuesday: typed,
  wednesday: typed,
  thursday: typed,
  friday: typed,
  saturday: typed,
  sunday: typed,
  holidays: z.string().max(40_000).default(""),
}

const dayFields = weekdays.map((day) => day.toLowerCase() as Lowercase<typeof day>)

type Form = z.output<z.ZodObject<typeof form>>

/** The hours as they were typed, read; what is wrong stands at its field. */
function readHours({ holidays, name, timeZone, ...days }: Form, check: z.RefinementCtx) {
  const read = <Value>(path: string, found: Read<Value>): Value | null => {
    if ("value" in found) return found.value
    check.addIssue({ code: "custom", path: [path], message: found.problem })
    return null
  }
  const week = dayFields.flatMap((day, place): readonly WeekSpan[] => read(day, readSpans(place + 1, days[day])) ?? [])
  const free = read("holidays", readHolidays(holidays.replaceAll("\r", "")))
  if (week.length === 0) check.addIssue({ code: "custom", path: ["monday"], message: "Enter at least one span in the week" })
  return { name, timeZone, week, holidays: free ?? [] }
}

export const AddCalendar = z.object(form).transform(readHours)
export type AddCalendar = z.output<typeof AddCalendar>

export const EditCalendar = z
  .object({ ...form, calendarId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) })
  .transform(({ calendarId, version, ...typed }, check) => ({ calendarId, version, ...readHours(typed, check) }))
export type EditCalendar = z.output<typeof EditCalendar>

export const CalendarRef = z.object({ calendarId: z.uuid() })
export type CalendarRef = z.output<typeof CalendarRef>

const none = z.literal("").transform(() => null)

export const SetStaffHours = z.object({
  personId: z.uuid(),
  calendarId: z
    .union([none, z.uuid()], "Choose a calendar")
    .nullish()
    .transform((id) => id ?? null),
  capacity: z
    .union([none, wholeNumber("Enter a whole number, or leave it empty", 0, 100_000)], "Enter a whole number, or leave it empty")
    .nullish()
    .transform((most) => most ?? null),
})
export type SetStaffHours = z.output<typeof SetStaffHours>

const day = z.string().refine(isDay, "Enter a date")

export const AddAbsence = z
  .object({ personId: z.uuid(), from: day, to: day, reason: lineOf("reason", 120, "Say why, in a word") })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day cannot be before the first" })
export type AddAbsence = z.output<typeof AddAbsence>

export const AbsenceRef = z.object({ absenceId: z.uuid() })
export type AbsenceRef = z.output<typeof AbsenceRef>
