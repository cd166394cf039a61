import { Status } from "@/components/ui/status"

/** How a clock stands: running and in time, soon over, over, stopped, stopped until somebody outside answers, ended in time or late. */
export type TimerFace = "on_time" | "warning" | "breached" | "paused" | "asked" | "met" | "missed"

const minuteMs = 60_000

/** A span in the largest units that tell: "40 min", "3 h", "2 d 4 h". */
export function spanText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h`
  const [days, rest] = [Math.floor(hours / 24), hours % 24]
  return days < 3 && rest > 0 ? `${days} d ${rest} h` : `${days} d`
}

const signs = {
  on_time: "On time",
  warning: "Warning",
  breached: "Breached",
  paused: "Paused",
  asked: "Paused",
  met: "Met",
  missed: "Met late",
} as const

/** What a timer says at an hour: "Due in 3 h", "Warning: 40 min left", "Breached 2 h ago". Spans are those of the clock on the wall; hours in milliseconds. */
export function timerText(state: TimerFace, dueAt: number | null, now: number): { sign: (typeof signs)[TimerFace]; text: string } {
  if (state === "asked") return { sign: signs.asked, text: "Waits for an answer" }
  if (state === "met" || state === "missed" || state === "paused") return { sign: signs[state], text: signs[state] }
  if (dueAt === null) return { sign: signs.on_time, text: "Starting" }
  if (dueAt <= now || state === "breached") return { sign: signs.breached, text: `Breached ${spanText(now - dueAt)} ago` }
  const left = spanText(dueAt - now)
  return state === "warning" ? { sign: signs.warning, text: `Warning: ${left} left` } : { sign: signs.on_time, text: `Due in ${left}` }
}

type TimerProps = { state: TimerFace; dueAt: number | null; now: number }

/** A timer as sign, words and colour. */
export function Timer({ state, dueAt, now }: TimerProps) {
  const { sign, text } = timerText(state, dueAt, now)
  return Status({ word: sign, text, plain: sign === "On time" || sign === "Met" })
}
