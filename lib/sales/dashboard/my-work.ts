import { db, Prisma } from "@/lib/platform/db"
import { askOften } from "@/lib/platform/statement"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn, dayMs, startOfDay } from "@/lib/platform/zone"
import type { LeadStatusReason } from "../leads/rules"
import type { Stage } from "../opportunities/rules"

/** An open lead in somebody's queue or just come in. */
export type QueuedLead = {
  id: string
  companyName: string
  person: string
  statusReason: LeadStatusReason
  rating: "hot" | "warm" | "cold"
  ownerName: string | null
  createdAt: string
  isLate: boolean
}

export type OpenOpportunity = { id: string; topic: string; accountName: string; stage: Stage; stageEnteredAt: string }

/** What a seller has to do, and what came in since the seller was last here; days and times as ISO text. */
export type MyWork = {
  since: string
  /** Somebody who was never here before is told of yesterday. */
  isFirstVisit: boolean
  queue: QueuedLead[]
  arrived: QueuedLead[]
  arrivedCount: number
  opportunities: OpenOpportunity[]
}

const shown = 8
const shownOpportunities = 12
/** A look at the dashboard that begins so soon after another belongs to the same visit. */
const visitMinutes = 30

const leadRow = Prisma.sql`json_build_object('id', id, 'companyName', company_name, 'person', first_name || ' ' || last_name, 'statusReason', status_reason,
  'rating', rating, 'ownerName', owner_name, 'createdAt', created_at, 'isLate', decision_state = 'breached')`

/** Writes down that a seller looks at the dashboard, and says when they last did before this visit; null for somebody new. */
async function noteLook(personId: string, now: Date): Promise<Date | null> {
  const visitFrom = new Date(now.getTime() - visitMinutes * 60_000)
  const [look] = await db.$queryRaw<{ before: Date | null }[]>`
    insert into sales.last_look as look (person_id, looked_at, before_at) values (${personId}::uuid, ${now}, null)
    on conflict (person_id) do update set looked_at = excluded.looked_at,
      before_at = case when look.looked_at < ${visitFrom} then look.looked_at else look.before_at end
    returning before_at as before`
  return look?.before ?? null
}

/**
 * A seller's work, and the seller's look at it written down. `since` is the day of the look before this visit, or yesterday for somebody new; whole days
 * on the calendar of whoever looks, since the list that the number leads to is told by these.
 */
export async function lookAtMyWork(personId: string, now: Date): Promise<MyWork> {
  const before = await noteLook(personId, now)
  const since = dayIn(viewerZone(), before ?? new Date(now.getTime() - dayMs))
  const midnight = startOfDay(viewerZone(), since)
  // The tally knows days of UTC: what came between the midnight here and the next one there is counted by itself.
  const tallied = new Date(Math.ceil(midnight.getTime() / dayMs) * dayMs)
  const [work] = await askOften<Omit<MyWork, "since" | "isFirstVisit">>(Prisma.sql`
    with queue as (
      select * from sales.lead where owner_id = ${personId}::uuid and state = 'open' order by created_at, id limit ${shown}
    ), arrived as (
      select * from sales.lead where state = 'open' and created_at >= ${midnight} order by created_at desc, id desc limit ${shown}
    ), mine as (
      select o.id, o.topic, a.name, o.stage, o.stage_entered_at from sales.opportunity o join sales.account a on a.id = o.account_id
      where o.owner_id = ${personId}::uuid and o.state = 'open' order by o.stage_entered_at, o.id limit ${shownOpportunities}
    )
    select (select coalesce(json_agg(${leadRow} order by created_at, id), '[]') from queue) as queue,
      (select coalesce(json_agg(${leadRow} order by created_at desc, id desc), '[]') from arrived) as arrived,
      (select count(*)::int from sales.lead where state = 'open' and created_at >= ${midnight} and created_at < ${tallied})
        + (select coalesce(sum(n), 0)::int from sales.tally_live where line = 'lead.day' and scope = 'all' and bucket >= sales.day_of(${tallied})) as "arrivedCount",
      (select coalesce(json_agg(json_build_object('id', id, 'topic', topic, 'accountName', name, 'stage', stage, 'stageEnteredAt', stage_entered_at)
        order by stage, stage_entered_at, id), '[]') from mine) as opportunities`)
  if (!work) throw new Error("a look at one's work has one row")
  return { ...work, since, isFirstVisit: before === null }
}
