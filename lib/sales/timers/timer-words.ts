import type { LeadTimer, TimerState } from "./timer"

/** The timers by their names. */
export const timerNames: Record<LeadTimer, string> = { response: "First response", decision: "Decision" }

/** The states of a timer as filters and groups have them. */
export const timerStateWords: Record<TimerState, string> = {
  on_time: "On time",
  warning: "Warning",
  breached: "Breached",
  paused: "Paused",
  met: "Met",
  missed: "Met late",
}

const eventStates = { warning: "warning", breach: "breached" } as const

/** What was noticed of a timer: "First response: breached". */
export const eventWords = ({ timer, kind }: { timer: LeadTimer; kind: keyof typeof eventStates }) =>
  `${timerNames[timer]}: ${eventStates[kind]}`
