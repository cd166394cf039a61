import type { Tx } from "@/lib/platform/db"
import { isWorkingAt, wallDate } from "./business-time"
import { calendarFinder, listCalendars } from "./queries"

/** Whether somebody can take a lead. */
export type Availability = {
  personId: string
  /** Works here, is not disabled, and is not away that day. */
  isAvailable: boolean
  /** Is within their working hours, and available. */
  isAtWork: boolean
  /** The last day of the absence that keeps them away, as `2026-11-30`. */
  awayUntil: string | null
  openLeads: number
  /** The most open leads that they can have; null for as many as come. */
  capacity: number | null
  /** How many more leads they can have; infinite without a capacity. */
  room: number
}

type Read = {
  id: string
  is_enabled: boolean
  calendar_id: string | null
  capacity: number | null
  open_leads: number
  absences: [string, string][]
}

/**
 * How many people stand at an hour, in one statement: their hours, absences, capacity and open leads, as the transaction sees them, so that leads which it has
 * just given away are counted. Whoever does not exist or does not work here is left out. Open leads are read from the tally, not counted.
 */
export async function availabilityOf(tx: Tx, personIds: readonly string[], at: Date): Promise<Map<string, Availability>> {
  if (personIds.length === 0) return new Map()
  const [calendars, people] = await Promise.all([
    listCalendars(tx),
    tx.$queryRaw<Read[]>`
      with open as (
        select key, sum(n)::int as n from sales.tally_live
        where line = 'lead.owner' and scope = 'all' and bucket = date '1970-01-01' and key = any(${personIds.map(String)}::text[]) group by key
      )
      select p.id, p.disabled_at is null as is_enabled, h.calendar_id, h.capacity, coalesce(open.n, 0) as open_leads,
        coalesce((select json_agg(json_build_array(a.from_day, a.to_day) order by a.from_day) from sales.absence a
          where a.person_id = p.id and a.to_day >= ${at}::timestamptz - interval '2 days' and a.from_day <= ${at}::timestamptz + interval '2 days'), '[]') as absences
      from platform.person p
      left join sales.staff_hours h on h.person_id = p.id
      left join open on open.key = p.id::text
      where p.id = any(${[...personIds]}::uuid[]) and p.staff_role is not null`,
  ])
  const calendarOf = calendarFinder(calendars)
  return new Map(
    people.map(({ id, is_enabled, calendar_id, capacity, open_leads: openLeads, absences }) => {
      const hours = calendarOf(calendar_id)
      const today = wallDate(hours, at)
      const awayUntil = absences.find(([from, to]) => from <= today && today <= to)?.[1] ?? null
      const isAvailable = is_enabled && awayUntil === null
      const room = capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - openLeads)
      return [id, { personId: id, isAvailable, isAtWork: isAvailable && isWorkingAt(hours, at), awayUntil, openLeads, capacity, room }]
    }),
  )
}

/** Whether one person can take a lead at an hour: works here and is not away. */
export async function isAvailable(tx: Tx, personId: string, at: Date): Promise<boolean> {
  return (await availabilityOf(tx, [personId], at)).get(personId)?.isAvailable ?? false
}
