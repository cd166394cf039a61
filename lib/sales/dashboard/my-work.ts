import { db, Prisma } from "@/lib/platform/db"
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

/**
 * A seller's work in one statement, and the seller's look at it written down. `since` is the day of the look before this visit, or yesterday for somebody new;
 * whole days, since the list that the number leads to is told by days.
 */
export async function lookAtMyWork(personId: string, now: Date): Promise<MyWork> {
  const visitFrom = new Date(now.getTime() - visitMinutes * 60_000)
  const dayBefore = new Date(now.getTime() - 86_400_000)
  const [work] = await db.$queryRaw<MyWork[]>`
    with looked as (
      insert into sales.last_look as look (person_id, looked_at, before_at) values (${personId}::uuid, ${now}, null)
      on conflict (person_id) do update set looked_at = excluded.looked_at,
        before_at = case when look.looked_at < ${visitFrom} then look.looked_at else look.before_at end
      returning before_at
    ), since as (
      select sales.day_of(coalesce(before_at, ${dayBefore})) as day from looked
    ), queue as (
      select * from sales.lead where owner_id = ${personId}::uuid and state = 'open' order by created_at, id limit ${shown}
    ), arrived as (
      select * from sales.lead where state = 'open' and created_at >= (select day from since) order by created_at desc, id desc limit ${shown}
    ), mine as (
      select o.id, o.topic, a.name, o.stage, o.stage_entered_at from sales.opportunity o join sales.account a on a.id = o.account_id
      where o.owner_id = ${personId}::uuid and o.state = 'open' order by o.stage_entered_at, o.id limit ${shownOpportunities}
    )
    select (select day from since)::text as since, (select before_at is null from looked) as "isFirstVisit",
      (select coalesce(json_agg(${leadRow} order by created_at, id), '[]') from queue) as queue,
      (select coalesce(json_agg(${leadRow} order by created_at desc, id desc), '[]') from arrived) as arrived,
      (select coalesce(sum(n), 0)::int from sales.tally_live where line = 'lead.day' and scope = 'all' and bucket >= (select day from since)) as "arrivedCount",
      (select coalesce(json_agg(json_build_object('id', id, 'topic', topic, 'accountName', name, 'stage', stage, 'stageEnteredAt', stage_entered_at)
        order by stage, stage_entered_at, id), '[]') from mine) as opportunities`
  if (!work) throw new Error("a look at one's work has one row")
  return work
}
