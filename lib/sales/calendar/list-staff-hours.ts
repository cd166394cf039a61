import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { dayMs, dayTextOf } from "@/lib/platform/zone"
import { listOwners } from "../owners"
import { availabilityOf } from "./availability"

export type AbsenceView = { id: string; from: string; to: string; reason: string }

/** A member of staff as the page of working hours shows them. */
export type StaffHoursView = {
  personId: string
  name: string
  /** Null: the default calendar. */
  calendarId: string | null
  capacity: number | null
  openLeads: number
  isAvailable: boolean
  isAtWork: boolean
  awayUntil: string | null
  /** Today's and those to come, the first first. */
  absences: AbsenceView[]
}

/** When those who own leads work: everybody for those who lead or check them, else only oneself. */
export async function listStaffHours(viewer: Staff, now: Date): Promise<StaffHoursView[]> {
  const seesAll = may(viewer.staffRole, "calendar:read")
  const people = (await listOwners()).filter(({ id }) => seesAll || id === viewer.id)
  const ids = people.map(({ id }) => id)
  const [standing, hours, absences] = await Promise.all([
    availabilityOf(db, ids, now),
    db.staffHours.findMany({ where: { personId: { in: ids } }, select: { personId: true, calendarId: true } }),
    db.absence.findMany({
      where: { personId: { in: ids }, toDay: { gte: new Date(now.getTime() - dayMs) } },
      orderBy: [{ fromDay: "asc" }, { id: "asc" }],
    }),
  ])
  const calendarIds = new Map(hours.map(({ personId, calendarId }) => [personId, calendarId]))
  return people.flatMap(({ id, name }) => {
    const found = standing.get(id)
    if (!found) return []
    const { personId, capacity, openLeads, isAvailable, isAtWork, awayUntil } = found
    const own = absences.filter((absence) => absence.personId === id)
    return {
      personId,
      name,
      calendarId: calendarIds.get(id) ?? null,
      capacity,
      openLeads,
      isAvailable,
      isAtWork,
      awayUntil,
      absences: own.map(({ id, fromDay, toDay, reason }) => ({ id, from: dayTextOf(fromDay), to: dayTextOf(toDay), reason })),
    }
  })
}
