import { addWorkingMs, type Hours, workingMsBetween } from "../calendar/business-time"

export const leadTimers = ["response", "decision"] as const
export type LeadTimer = (typeof leadTimers)[number]

export const timerStates = ["on_time", "warning", "breached", "paused", "met", "missed"] as const
export type TimerState = (typeof timerStates)[number]

/** Times during which a clock stands, in order and apart; the last may be open. */
export type Stop = { from: Date; to: Date | null }

/** What a timer is told of its lead. */
export type Running = {
  from: Date
  /** When what it waits for happened. */
  until: Date | null
  stops: readonly Stop[]
  /** The time it has, in milliseconds of work, and the part of it after which it warns. */
  targetMs: number
  warnAt: number
}

/** A timer at an hour. Due, warns and next are null once it has ended, and while its clock stands before it was due. */
export type Reading = { state: TimerState; dueAt: Date | null; warnAt: Date | null; nextAt: Date | null }

/** Stops in any order made apart and in order; those that touch are one. */
export function joinStops(stops: readonly Stop[]): Stop[] {
  const joined: Stop[] = []
  for (const stop of [...stops].sort((one, other) => one.from.getTime() - other.from.getTime())) {
    const last = joined.at(-1)
    if (last && (last.to === null || stop.from <= last.to)) {
      if (last.to !== null && (stop.to === null || stop.to > last.to)) joined[joined.length - 1] = { from: last.from, to: stop.to }
    } else joined.push(stop)
  }
  return joined
}

/** The work between two hours while the clock ran. */
export function workedMs(hours: Hours, from: Date, to: Date, stops: readonly Stop[]): number {
  const later = (one: Date, other: Date) => (one > other ? one : other)
  const stood = stops.reduce((sum, stop) => {
    const end = stop.to === null || stop.to > to ? to : stop.to
    return sum + workingMsBetween(hours, later(stop.from, from), end)
  }, 0)
  return workingMsBetween(hours, from, to) - stood
}

/** When so much work will have been done, if the clock does not stop again; null while it stands. */
export function whenWorked(hours: Hours, from: Date, ms: number, stops: readonly Stop[]): Date | null {
  let [at, left] = [from, ms]
  for (const stop of stops) {
    const run = workingMsBetween(hours, at, stop.from)
    if (run >= left) break
    if (stop.to === null) return null
    left -= run
    if (stop.to > at) at = stop.to
  }
  return addWorkingMs(hours, at, left)
}

/** Reads a timer at an hour. Its time is up at the due hour itself. */
export function readTimer(hours: Hours, { from, until, stops, targetMs, warnAt: share }: Running, now: Date): Reading {
  if (until) {
    const isMet = workedMs(hours, from, until, stops) <= targetMs
    return { state: isMet ? "met" : "missed", dueAt: null, warnAt: null, nextAt: null }
  }
  const dueAt = whenWorked(hours, from, targetMs, stops)
  if (dueAt && dueAt <= now) return { state: "breached", dueAt, warnAt: null, nextAt: null }
  if (stops.some(({ from, to }) => from <= now && (to === null || to > now)) || !dueAt)
    return { state: "paused", dueAt: null, warnAt: null, nextAt: null }
  const warnAt = whenWorked(hours, from, Math.floor(targetMs * share), stops)
  const isWarning = warnAt !== null && warnAt <= now
  return { state: isWarning ? "warning" : "on_time", dueAt, warnAt, nextAt: isWarning ? dueAt : warnAt }
}
