import type { JudgedStale } from "@/lib/commerce/prospects/expiry"
import { getRequestSettings } from "@/lib/commerce/request-settings/queries"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { calendarFinder, listCalendars } from "@/lib/sales/calendar/queries"
import { listTargets } from "@/lib/sales/timers/list-targets"
import { plainLead, targetFor, targetMs } from "@/lib/sales/timers/targets"
import { readTimedLeads } from "@/lib/sales/timers/timed-lead"
import { type Reading, readTimer } from "@/lib/sales/timers/timer"
import type { DecisionTimer } from "@/prisma/generated/enums"
import { readExpiries } from "../stale-requests/read-expiries"

type Standing = {
  id: string
  leadId: string | null
  submittedAt: Date
  decidedAt: Date | null
  decisionState: DecisionTimer
  decisionDueAt: Date | null
  timerNextAt: Date | null
  expiresAt: Date | null
} & Omit<JudgedStale, "asked">

type Clocked = { id: string; leadId: string | null; submittedAt: Date; decidedAt: Date | null }

/**
 * How the decision timers of some prospects stand, by their ids. One that has a lead has its lead's clock: the same target, hours and stops, and so the same due
 * hour; it ends when the prospect is decided.
 */
export async function readDecisionTimers(tx: Tx, prospects: readonly Clocked[], now: Date): Promise<Map<string, Reading>> {
  const leadIds = prospects.flatMap(({ leadId }) => leadId ?? [])
  const [leads, targets, calendars] = [await readTimedLeads(tx, leadIds), await listTargets(tx), await listCalendars(tx)]
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]))
  const calendarOf = calendarFinder(calendars)
  const houseDays = env().DECISION_TARGET_DAYS
  return new Map(
    prospects.map((prospect) => {
      const lead = leadOf.get(prospect.leadId ?? "")
      // One that has no lead is measured as the lead would be that dual-write makes of it.
      const target = targetFor(targets, lead ?? plainLead)
      const calendar = calendarOf(target.calendarId)
      const clock = {
        from: lead?.createdAt ?? prospect.submittedAt,
        until: prospect.decidedAt,
        stops: lead?.stops ?? [],
        targetMs: targetMs(target, calendar, houseDays).decision,
        warnAt: target.warnAt / 100,
      }
      return [prospect.id, readTimer(calendar, clock, now)]
    }),
  )
}

/** Looks at the decision timers of some prospects, and writes how they stand now, and when they expire. Those that somebody else is at are left out. Returns which were looked at. */
export async function timeProspects(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const prospects = await lockProspects(ctx.tx, ids)
  if (prospects.length === 0) return []
  const settings = await getRequestSettings(ctx.tx)
  const expiries = new Map((await readExpiries(ctx.tx, prospects, settings, ctx.now)).map(({ id, expiry }) => [id, expiry?.at ?? null]))
  const readings = await readDecisionTimers(ctx.tx, prospects, ctx.now)
  const timed = prospects.flatMap((prospect): Timed[] => {
    const reading = readings.get(prospect.id)
    return reading ? [{ prospect, reading, expiresAt: expiries.get(prospect.id) ?? null }] : []
  })
  await write(ctx, timed)
  return prospects.map(({ id }) => id)
}

const lockProspects = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx.$queryRaw<Standing[]>`
        select id, lead_id as "leadId", submitted_at as "submittedAt", decided_at as "decidedAt", decision_state::text as "decisionState",
          decision_due_at as "decisionDueAt", timer_next_at as "timerNextAt", status::text, email_confirmed_at as "emailConfirmedAt",
          opportunity_id as "opportunityId", applicant_reminded_at as "applicantRemindedAt", expired_at as "expiredAt", expires_at as "expiresAt"
        from commerce.prospect where id = any(${[...new Set(ids)]}::uuid[]) order by id for no key update skip locked`

const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()

type Timed = { prospect: Standing; reading: Reading; expiresAt: Date | null }

/** Writes what changed, in one statement. A prospect's version stays: nobody's work on it is overtaken by a clock. */
async function write(ctx: Ctx, timed: readonly Timed[]): Promise<void> {
  const rows = timed.flatMap(({ prospect, reading: { state, dueAt, nextAt }, expiresAt }) => {
    const isNews = prospect.decisionState !== state || !isSame(prospect.decisionDueAt, dueAt) || !isSame(prospect.expiresAt, expiresAt)
    if (!isNews && isSame(prospect.timerNextAt, nextAt)) return []
    if (isNews) ctx.ledger.touch("prospect", prospect.id)
    return { id: prospect.id, state, due_at: dueAt, next_at: nextAt, expires_at: expiresAt }
  })
  if (rows.length === 0) return
  await ctx.tx.$executeRaw`
    update commerce.prospect p set decision_state = d.state, decision_due_at = d.due_at, timer_next_at = d.next_at, expires_at = d.expires_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d (id uuid, state commerce.decision_timer, due_at timestamptz, next_at timestamptz, expires_at timestamptz)
    where p.id = d.id`
}
