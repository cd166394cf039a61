import { cache } from "react"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { weekText } from "../calendar/hours-text"
import { calendarFinder, listCalendars } from "../calendar/queries"
import { listTargets } from "./list-targets"
import { daysText, hoursText } from "./target-words"
import { targetFor } from "./targets"
import { type LeadTimer, leadTimers, type TimerState } from "./timer"

/** A timer as a page shows it: how it stands, and the time that it has, in words. */
export type TimerView = { timer: LeadTimer; state: TimerState | "asked"; dueAt: number | null; target: string }

/** The timers of a lead, in whose hours they run, and who stopped them if somebody did. Plain values. */
export type LeadTimersView = {
  timers: TimerView[]
  calendar: { name: string; hours: string }
  pause: { at: number; reason: string; byName: string } | null
  /** What the applicant was asked first of what they have not answered. */
  waits: { at: number; subject: string; byName: string } | null
}

type Lead = {
  id: string
  rating: string
  source: string
  responseState: TimerState
  responseDueAt: Date | null
  decisionState: TimerState
  decisionDueAt: Date | null
}

const setup = cache(async () => {
  const [targets, calendars] = await Promise.all([listTargets(), listCalendars()])
  return { targets, calendars }
})

/** The timers of a lead as its page and its preview show them. */
export async function getLeadTimers(lead: Lead): Promise<LeadTimersView> {
  const [{ targets, calendars }, pause, waits] = await Promise.all([
    setup(),
    db.timerPause.findFirst({ where: { leadId: lead.id, toAt: null }, select: { fromAt: true, reason: true, byName: true } }),
    db.question.findFirst({
      where: { leadId: lead.id, endedAt: null },
      orderBy: { askedAt: "asc" },
      select: { askedAt: true, subject: true, askedByName: true },
    }),
  ])
  const target = targetFor(targets, lead)
  const { name, week, timeZone } = calendarFinder(calendars)(target.calendarId)
  const told = { response: hoursText(target.responseHours), decision: daysText(target.decisionDays ?? env().DECISION_TARGET_DAYS) }
  const stands = {
    response: { state: lead.responseState, dueAt: lead.responseDueAt },
    decision: { state: lead.decisionState, dueAt: lead.decisionDueAt },
  }
  return {
    timers: leadTimers.map((timer) => ({
      timer,
      state: waits && stands[timer].state === "paused" ? "asked" : stands[timer].state,
      dueAt: stands[timer].dueAt?.getTime() ?? null,
      target: told[timer],
    })),
    calendar: { name, hours: `${weekText(week)}, ${timeZone.replaceAll("_", " ")}` },
    waits: waits && { at: waits.askedAt.getTime(), subject: waits.subject, byName: waits.askedByName },
    pause: pause && { at: pause.fromAt.getTime(), reason: pause.reason, byName: pause.byName },
  }
}
