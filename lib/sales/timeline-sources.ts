import { Prisma } from "@/lib/platform/db"
import type { TimelineCursor, TimelineOf } from "./timeline"
import type { TimelineShow } from "./timeline-shows"

type Asked = { from: TimelineCursor | null; now: Date; limit: number }

const ids = (list: string[]) => Prisma.sql`${list}::uuid[]`

/** The condition that an activity is about one of these records; null where there are none. */
export function aboutThese({ leads = [], opportunities = [], accounts = [], contacts = [] }: TimelineOf): Prisma.Sql | null {
  const about = [
    [Prisma.sql`a.lead_id`, leads],
    [Prisma.sql`a.opportunity_id`, opportunities],
    [Prisma.sql`a.account_id`, accounts],
    [Prisma.sql`a.contact_id`, contacts],
  ] as const
  const asked = about.flatMap(([column, list]) => (list.length > 0 ? [Prisma.sql`${column} = any(${ids(list)})`] : []))
  return asked.length > 0 ? Prisma.sql`(${Prisma.join(asked, " or ")})` : null
}

/** What stands beyond the cursor. At one hour the ledger of the higher rank comes first. */
function beyond(from: TimelineCursor | null, rank: number, at: Prisma.Sql, key: Prisma.Sql): Prisma.Sql {
  if (!from) return Prisma.sql`true`
  if (rank > from.rank) return Prisma.sql`${at} < ${from.at}`
  if (rank < from.rank) return Prisma.sql`${at} <= ${from.at}`
  return Prisma.sql`(${at}, ${key}) < (${from.at}, ${from.key})`
}

/** An activity as its entry. */
export const activityColumns = Prisma.sql`jsonb_build_object(
  'kind', 'activity', 'id', a.id, 'activity', a.kind, 'version', a.version, 'actorId', a.actor_id, 'actorName', a.actor_name,
  'subject', a.subject, 'text', a.text, 'editedAt', a.edited_at, 'ownerId', a.owner_id, 'ownerName', a.owner_name, 'dueAt', a.due_at,
  'dueHasTime', a.due_has_time, 'remindAt', a.remind_at, 'doneAt', a.done_at, 'doneByName', a.done_by_name, 'direction', a.direction,
  'minutes', a.minutes, 'endAt', a.end_at, 'place', a.place,
  'names', coalesce((select jsonb_object_agg(p.id, p.name) from platform.person p where p.id = any(a.mentions)), '{}'),
  'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.created_at, f.id)
    from sales.attachment f where f.activity_id = a.id), '[]'))`

const kindsOf: Partial<Record<TimelineShow, string[]>> = {
  all: ["note", "task", "phone_call", "appointment"],
  notes: ["note"],
  tasks: ["task"],
  calls: ["phone_call"],
  appointments: ["appointment"],
}

function activities(of: TimelineOf, show: TimelineShow, { from, now, limit }: Asked): Prisma.Sql[] {
  const [about, kinds] = [aboutThese(of), kindsOf[show]]
  if (!about || !kinds) return []
  return [
    Prisma.sql`(
      select a.at, 3 as rank, a.id::text as key, ${activityColumns} as entry from sales.activity a
      where ${about} and a.kind::text = any(${kinds}) and (a.owner_id is null or a.done_at is not null)
        and (a.end_at is null or a.end_at <= ${now}) and ${beyond(from, 3, Prisma.sql`a.at`, Prisma.sql`a.id::text`)}
      order by a.at desc, a.id desc limit ${limit})`,
  ]
}

/** Moves that the entry itself tells of, by its own line; the filter Changes shows them all the same. */
const toldElsewhere = ["task.complete", "message.send", "note.edit", "task.edit", "phone_call.edit", "appointment.edit"]

/** An import is one move for thousands of leads; its rows say for which. */
const importsOf = (recordIds: string[]) => Prisma.sql`
  select e.id, e.at, e.move, e.actor_name, e.record_kind, e.record_id, e.record_label, e."from", e."to", e.reason
  from sales.lead_import_row r join platform.audit_entry e on e.record_ids @> array[r.import_id]
  where r.lead_id = any(${ids(recordIds)}) and r.result is not null and r.result <> 'skipped'`

function moves(recordIds: string[], show: TimelineShow, { from, limit }: Asked): Prisma.Sql[] {
  if (recordIds.length === 0 || (show !== "all" && show !== "changes")) return []
  const silent = show === "all" ? toldElsewhere : []
  return [
    Prisma.sql`(
      with found as materialized (
        select id, at, move, actor_name, record_kind, record_id, record_label, "from", "to", reason
        from platform.audit_entry where record_ids && ${ids(recordIds)}
        union ${importsOf(recordIds)})
      select m.at, 0 as rank, m.id::text as key, jsonb_build_object('kind', 'move', 'id', m.id, 'move', m.move, 'actorName', m.actor_name,
        'record', jsonb_build_object('kind', m.record_kind, 'id', m.record_id, 'label', m.record_label),
        'from', m."from", 'to', m."to", 'reason', m.reason) as entry
      from found m where m.move <> all(${silent}) and ${beyond(from, 0, Prisma.sql`m.at`, Prisma.sql`m.id::text`)}
      order by m.at desc, m.id desc limit ${limit})`,
  ]
}

function mails(recordIds: string[], show: TimelineShow, { from, limit }: Asked): Prisma.Sql[] {
  if (recordIds.length === 0 || (show !== "all" && show !== "emails")) return []
  return [
    Prisma.sql`(
      with found as materialized (
        select m.*, coalesce(m.sent_at, m.created_at) as told_at from platform.mail m where m.record_ids && ${ids(recordIds)})
      select m.told_at as at, 2 as rank, m.id::text as key, jsonb_build_object('kind', 'mail', 'id', m.id, 'letter', m.letter,
        'subject', m.subject, 'toAddress', m.to_address, 'language', m.language, 'state', m.state, 'sendAfter', m.send_after,
        'attempts', m.attempts, 'lastError', m.last_error, 'writerId', w.actor_id, 'writerName', w.actor_name, 'text', w.text) as entry
      from found m left join sales.activity w on m.letter = 'message' and w.id = (m.about->>'activityId')::uuid
      where ${beyond(from, 2, Prisma.sql`m.told_at`, Prisma.sql`m.id::text`)}
      order by m.told_at desc, m.id desc limit ${limit})`,
  ]
}

function dualWrites(recordIds: string[], show: TimelineShow, { from, limit }: Asked): Prisma.Sql[] {
  if (recordIds.length === 0 || (show !== "all" && show !== "dual-write")) return []
  const key = Prisma.sql`lpad(d.seq::text, 20, '0')`
  return [
    Prisma.sql`(
      with found as materialized (
        select * from platform.dual_write where source_id = any(${ids(recordIds)}) or target_id = any(${ids(recordIds)}))
      select d.at, 1 as rank, ${key} as key, jsonb_build_object('kind', 'dual-write', 'id', d.seq::text, 'map', d.map,
        'operation', d.operation, 'state', d.state, 'error', d.error,
        'source', jsonb_build_object('kind', d.source_kind, 'id', d.source_id, 'label', d.source_label),
        'target', jsonb_build_object('kind', d.target_kind, 'id', d.target_id, 'label', d.target_label)) as entry
      from found d where ${beyond(from, 1, Prisma.sql`d.at`, key)}
      order by d.at desc, d.seq desc limit ${limit})`,
  ]
}

/** The ledgers that have something to tell of these records, each with what stands beyond the cursor, at most so many. */
export function storySources(of: TimelineOf, show: TimelineShow, asked: Asked): Prisma.Sql[] {
  const { leads = [], opportunities = [], accounts = [], contacts = [], parties = [] } = of
  const records = [...leads, ...opportunities, ...accounts, ...contacts]
  return [
    ...activities(of, show, asked),
    ...moves(records, show, asked),
    ...mails(records, show, asked),
    ...dualWrites([...records, ...parties], show, asked),
  ]
}
