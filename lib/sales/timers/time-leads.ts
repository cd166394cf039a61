import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { calendarFinder, listCalendars } from "../calendar/queries"
import { listTargets } from "./list-targets"
import { targetFor, targetMs } from "./targets"
import { readTimedLeads, type TimedLead } from "./timed-lead"
import { type LeadTimer, leadTimers, type Reading, readTimer } from "./timer"

type Timed = { lead: TimedLead; readings: Record<LeadTimer, Reading> }

/** A warning or a breach of a lead that was noticed just now, for the first time and for good. */
export type TimerEvent = { leadId: string; label: string; timer: LeadTimer; kind: "warning" | "breach"; at: Date }

/**
 * Looks at the timers of some leads, and writes how they stand now; what fell due is noted once for each lead, timer and kind, however many look at once.
 * The leads are locked first, in the order of their ids; with `skipLocked` those that somebody else is at are left out. Returns which leads
 * were looked at, and what was noticed that is to be told.
 */
export async function timeLeads(
  ctx: Ctx,
  ids: readonly string[],
  { skipLocked = false } = {},
): Promise<{ seen: string[]; events: TimerEvent[] }> {
  const seen = await lockLeads(ctx, ids, skipLocked)
  if (seen.length === 0) return { seen, events: [] }
  const [leads, targets, calendars] = await Promise.all([readTimedLeads(ctx.tx, seen), listTargets(ctx.tx), listCalendars(ctx.tx)])
  const calendarOf = calendarFinder(calendars)
  const houseDays = env().DECISION_TARGET_DAYS
  const timed = leads.map((lead): Timed => {
    const target = targetFor(targets, lead)
    const calendar = calendarOf(target.calendarId)
    const time = targetMs(target, calendar, houseDays)
    const about = { from: lead.createdAt, stops: lead.stops, warnAt: target.warnAt / 100 }
    return {
      lead,
      readings: {
        response: readTimer(calendar, { ...about, until: lead.answeredAt, targetMs: time.response }, ctx.now),
        decision: readTimer(calendar, { ...about, until: lead.decidedAt, targetMs: time.decision }, ctx.now),
      },
    }
  })
  const events = await noteEvents(ctx, timed)
  await write(ctx, timed)
  return { seen, events }
}

async function lockLeads({ tx }: Ctx, ids: readonly string[], skipLocked: boolean): Promise<string[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return []
  const locked = skipLocked
    ? await tx.$queryRaw<
        { id: string }[]
      >`select id from sales.lead where id = any(${asked}::uuid[]) order by id for no key update skip locked`
    : await tx.$queryRaw<{ id: string }[]>`select id from sales.lead where id = any(${asked}::uuid[]) order by id for no key update`
  return locked.map(({ id }) => id)
}

type Noted = Omit<TimerEvent, "label">

/** What is due of a timer: its breach, or else its warning. One that has come with its breach says nothing more, so it is not noted. */
function dueOf({ lead, readings }: Timed): Noted[] {
  return leadTimers.flatMap((timer): Noted[] => {
    const { state, dueAt, warnAt } = readings[timer]
    if (state === "breached" && dueAt) return [{ leadId: lead.id, timer, kind: "breach", at: dueAt }]
    if (state === "warning" && warnAt) return [{ leadId: lead.id, timer, kind: "warning", at: warnAt }]
    return []
  })
}

/** Notes what fell due and was not noted before; gives back what did so since the timers were switched on. */
async function noteEvents({ tx, now }: Ctx, timed: readonly Timed[]): Promise<TimerEvent[]> {
  const due = timed.flatMap(dueOf)
  const labels = new Map(timed.map(({ lead }) => [lead.id, lead.companyName]))
  if (due.length === 0) return []
  const noted = await tx.$queryRaw<(Noted & { is_told: boolean })[]>`
    with noted as (
      insert into sales.timer_event (lead_id, timer, kind, at, marked_at)
      select lead_id, timer, kind, at, ${now} from jsonb_to_recordset(${JSON.stringify(due.map(({ leadId, ...rest }) => ({ lead_id: leadId, ...rest })))}::jsonb)
        as d (lead_id uuid, timer sales.lead_timer, kind sales.timer_event_kind, at timestamptz)
      on conflict do nothing returning lead_id, timer, kind, at
    )
    select lead_id as "leadId", timer::text, kind::text, at, at >= (select started_at from sales.timer_work) as is_told from noted order by at, lead_id`
  return noted.flatMap(({ is_told, ...event }) => (is_told ? { ...event, label: labels.get(event.leadId) ?? "" } : []))
}

const earliest = (one: Date | null, other: Date | null) => (one && other ? (one < other ? one : other) : (one ?? other))
const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()

/** Writes what changed, in one statement. A lead's version stays: nobody's work on it is overtaken by a clock. */
async function write(ctx: Ctx, timed: readonly Timed[]): Promise<void> {
  const rows = timed.flatMap(({ lead, readings: { response, decision } }) => {
    const nextAt = earliest(response.nextAt, decision.nextAt)
    const runs = (timer: LeadTimer) => !["met", "missed"].includes((timer === "response" ? response : decision).state)
    const isOver = lead.escalatedAt !== null && !lead.escalated.some(runs)
    const isNews = leadTimers.some((timer) => {
      const [before, after] = [lead.standing[timer], timer === "response" ? response : decision]
      return before.state !== after.state || !isSame(before.dueAt, after.dueAt)
    })
    if (!isNews && !isOver && isSame(lead.nextAt, nextAt)) return []
    if (isNews) ctx.ledger.touch("lead", lead.id)
    return {
      id: lead.id,
      response_state: response.state,
      response_due_at: response.dueAt,
      decision_state: decision.state,
      decision_due_at: decision.dueAt,
      timer_next_at: nextAt,
      escalated_at: isOver ? null : lead.escalatedAt,
    }
  })
  if (rows.length === 0) return
  await ctx.tx.$executeRaw`
    update sales.lead l set response_state = d.response_state, response_due_at = d.response_due_at, decision_state = d.decision_state,
      decision_due_at = d.decision_due_at, timer_next_at = d.timer_next_at, escalated_at = d.escalated_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, response_state sales.timer_state, response_due_at timestamptz,
      decision_state sales.timer_state, decision_due_at timestamptz, timer_next_at timestamptz, escalated_at timestamptz)
    where l.id = d.id`
}
