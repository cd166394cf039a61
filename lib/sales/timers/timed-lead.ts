import { Prisma, type Tx } from "@/lib/platform/db"
import { joinStops, type LeadTimer, type Stop, type TimerState } from "./timer"

/** What the timers of a lead depend on, as it stands, and how they stood when they were last looked at. */
export type TimedLead = {
  id: string
  companyName: string
  ownerId: string | null
  rating: string
  source: string
  createdAt: Date
  /** The first sign of contact: Contacted, a call, an email, or a decision. */
  answeredAt: Date | null
  /** When it was disqualified, or qualified and its opportunity closed. */
  decidedAt: Date | null
  stops: Stop[]
  standing: Record<LeadTimer, { state: TimerState; dueAt: Date | null }>
  nextAt: Date | null
  escalatedAt: Date | null
  /** The timers of which an event was escalated. */
  escalated: LeadTimer[]
}

type Change = { at: string; from: string | null; to: string | null }
type Raw = {
  id: string
  company_name: string
  owner_id: string | null
  rating: string
  source: string
  created_at: Date
  state: "open" | "qualified" | "disqualified"
  status_reason: string
  closed_at: Date | null
  opportunity_id: string | null
  opportunity_closed_at: Date | null
  opportunity_state: string | null
  in_touch_at: Date | null
  changes: Change[]
  deal_changes: Change[]
  decided: string[]
  pauses: [string, string | null][]
  questions: [string, string | null][]
  response_state: TimerState
  response_due_at: Date | null
  decision_state: TimerState
  decision_due_at: Date | null
  timer_next_at: Date | null
  escalated_at: Date | null
  escalated: LeadTimer[]
}

const changesOf = (record: Prisma.Sql) => Prisma.sql`coalesce((
  select json_agg(json_build_object('at', c.at, 'from', c."from", 'to', c."to") order by c.at, c.id)
  from platform.field_change c where c.record_id = ${record} and c.field = 'status'), '[]')`

/** Reads leads for their timers, in one statement. Lock them first: what is read here must not change before it is written. */
export async function readTimedLeads(tx: Tx, ids: readonly string[]): Promise<TimedLead[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<Raw[]>`
    select l.id, l.company_name, l.owner_id, l.rating::text, l.source::text, l.created_at, l.state::text, l.status_reason::text, l.closed_at,
      l.opportunity_id, o.closed_at as opportunity_closed_at, o.state::text as opportunity_state,
      l.response_state::text, l.response_due_at, l.decision_state::text, l.decision_due_at, l.timer_next_at, l.escalated_at,
      array(select e.timer::text from sales.timer_event e where e.lead_id = l.id and e.rule_id is not null) as escalated,
      (select min(a.at) from sales.activity a where a.lead_id = l.id and (a.kind = 'phone_call' or (a.kind = 'email' and not exists (
        select 1 from platform.mail m where m.key = 'message:' || a.id and m.state = 'canceled')))) as in_touch_at,
      ${changesOf(Prisma.sql`l.id`)} as changes, ${changesOf(Prisma.sql`l.opportunity_id`)} as deal_changes,
      coalesce((select json_agg(d.at order by d.at) from platform.decision d where d.lead_id = l.id and d.undone_at is null
        and d.kind in ('disqualify', 'win', 'lose', 'approve', 'reject', 'withdraw')), '[]') as decided,
      coalesce((select json_agg(json_build_array(p.from_at, p.to_at) order by p.from_at) from sales.timer_pause p where p.lead_id = l.id), '[]') as pauses,
      coalesce((select json_agg(json_build_array(q.asked_at, q.ended_at) order by q.asked_at) from sales.question q where q.lead_id = l.id), '[]') as questions
    from sales.lead l left join sales.opportunity o on o.id = l.opportunity_id
    where l.id = any(${[...ids]}::uuid[])`
  return rows.map(timedLead)
}

function timedLead(row: Raw): TimedLead {
  const decidedAt = decisionOf(row)
  const closed = closedStops(row)
  const answers = [contactOf(row), row.in_touch_at, closed[0]?.from, row.state === "open" ? null : row.closed_at, decidedAt]
  return {
    id: row.id,
    companyName: row.company_name,
    ownerId: row.owner_id,
    rating: row.rating,
    source: row.source,
    createdAt: row.created_at,
    answeredAt: earliest(answers),
    decidedAt,
    stops: joinStops([
      ...closed,
      ...holdStops(row),
      // Whoever asks is in touch, so that the first response is over by then.
      ...[...row.pauses, ...row.questions].map(([from, to]) => ({ from: new Date(from), to: to ? new Date(to) : null })),
    ]),
    standing: {
      response: { state: row.response_state, dueAt: row.response_due_at },
      decision: { state: row.decision_state, dueAt: row.decision_due_at },
    },
    nextAt: row.timer_next_at,
    escalatedAt: row.escalated_at,
    escalated: row.escalated,
  }
}

function earliest(times: readonly (Date | null | undefined)[]): Date | null {
  const known = times.flatMap((at) => (at ? [at.getTime()] : []))
  return known.length > 0 ? new Date(Math.min(...known)) : null
}

/** A qualified lead is decided by its opportunity, and without one when it was qualified. */
function decisionOf({ state, closed_at, opportunity_id, opportunity_state, opportunity_closed_at }: Raw): Date | null {
  if (state === "disqualified") return closed_at
  if (state === "open") return null
  if (!opportunity_id) return closed_at
  return opportunity_state === "open" ? null : opportunity_closed_at
}

/** When it was marked Contacted and not taken back since. One that came in so was answered from the beginning. */
function contactOf({ changes, status_reason, created_at }: Raw): Date | null {
  let contact: string | null = null
  for (const { at, from, to } of changes) {
    if (to === "contacted") contact ??= at
    if (from === "contacted" && to === "new") contact = null
  }
  if (contact) return new Date(contact)
  return status_reason === "contacted" ? created_at : null
}

const open = ["new", "contacted", "in_progress", "on_hold"]

/** From each decision that was taken back later to when it was: reactivated, or reopened. One that was undone never was. */
function closedStops({ changes, deal_changes, decided }: Raw): Stop[] {
  const isReopening = ({ from, to }: Change) => from !== null && to !== null && !open.includes(from) && open.includes(to)
  return [...changes, ...deal_changes].filter(isReopening).flatMap(({ at }) => {
    const closed = decided.filter((one) => new Date(one) < new Date(at)).at(-1)
    return closed ? [{ from: new Date(closed), to: new Date(at) }] : []
  })
}

/** While its opportunity was on hold. */
function holdStops({ deal_changes }: Raw): Stop[] {
  const stops: Stop[] = []
  for (const { at, from, to } of deal_changes) {
    const last = stops.at(-1)
    if (from === "on_hold" && last?.to === null) stops[stops.length - 1] = { from: last.from, to: new Date(at) }
    if (to === "on_hold") stops.push({ from: new Date(at), to: null })
  }
  return stops
}
