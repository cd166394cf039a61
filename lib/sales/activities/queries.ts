import type { RecordKind } from "@/lib/platform/audit"
import { Prisma } from "@/lib/platform/db"
import { askOften } from "@/lib/platform/statement"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn } from "@/lib/platform/zone"
import { type DueStretch, dueWord, isLate } from "./rules"

/** A task as a list of tasks shows it, with the record that it is about. */
export type TaskRow = {
  id: string
  version: number
  subject: string
  text: string
  /** Who gave it, and whose it is. */
  actorId: string | null
  actorName: string
  ownerId: string | null
  remindAt: Date | null
  dueAt: Date | null
  dueHasTime: boolean
  isLate: boolean
  /** "2 days late", "today", "in 5 days"; null without a day. */
  due: string | null
  record: { kind: Extract<RecordKind, "lead" | "opportunity" | "account" | "contact">; id: string; label: string }
}

type Found = Omit<TaskRow, "record" | "isLate" | "due"> & { kind: TaskRow["record"]["kind"]; recordId: string; label: string }

/** What somebody has still to do, the latest first; tasks without a day come last. */
export async function listMyTasks({ id }: { id: string }, now: Date, limit: number): Promise<TaskRow[]> {
  const found = await askOften<Found>(Prisma.sql`
    with mine as (
      select * from sales.activity where owner_id = ${id}::uuid and done_at is null order by due_at, id limit ${limit}
    )
    select a.id, a.version, a.subject, a.text, a.actor_id as "actorId", a.actor_name as "actorName", a.owner_id as "ownerId",
      a.remind_at as "remindAt", a.due_at as "dueAt", a.due_has_time as "dueHasTime", ${recordOf}
    from mine a
    left join sales.lead l on l.id = a.lead_id left join sales.opportunity o on o.id = a.opportunity_id
    left join sales.account c on c.id = a.account_id left join sales.contact p on p.id = a.contact_id
    order by a.due_at, a.id`)
  return found.map(({ kind, recordId, label, ...task }) => ({
    ...task,
    isLate: isLate(task, now),
    due: dueWord(task, now),
    record: { kind, id: recordId, label },
  }))
}

const recordOf = Prisma.sql`
  case when l.id is not null then 'lead' when o.id is not null then 'opportunity' when c.id is not null then 'account' else 'contact' end as kind,
  coalesce(l.id, o.id, c.id, p.id) as "recordId",
  coalesce(l.company_name, o.topic, c.name, trim(p.first_name || ' ' || p.last_name)) as label`

/** How many tasks somebody has still to do: in all, and of each stretch in which they are due. */
export type TaskCounts = Record<"open" | DueStretch, number>

const noTasks: TaskCounts = { open: 0, late: 0, today: 0, soon: 0, later: 0, never: 0 }

/** Counts what somebody has still to do by the calendar of whoever looks, as `dueStretchOf` tells it. */
export async function countTasks({ id }: { id: string }, now: Date): Promise<TaskCounts> {
  const zone = viewerZone()
  const [counted] = await askOften<TaskCounts>(Prisma.sql`
    select count(*)::int as open, count(*) filter (where is_late)::int as late,
      count(*) filter (where days = 0 and not is_late)::int as today, count(*) filter (where days between 1 and 7)::int as soon,
      count(*) filter (where days > 7)::int as later, count(*) filter (where due_at is null)::int as never
    from sales.activity
    cross join lateral (
      select (due_at at time zone case when due_has_time then ${zone}::text else 'UTC' end)::date - ${dayIn(zone, now)}::date as days
    ) until
    cross join lateral (select case when due_has_time then due_at <= ${now} else days < 0 end as is_late) told
    where owner_id = ${id}::uuid and done_at is null`)
  return counted ?? noTasks
}
