import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { TimerEvent } from "./time-leads"
import { timerNames } from "./timer-words"

/** Tells of what was noticed: a breach stands on the lead's timeline. */
export async function tellEvents(ctx: Ctx, events: readonly TimerEvent[]): Promise<void> {
  for (const { leadId, label, timer, kind } of events) {
    if (kind === "breach") auditMove(ctx, { move: "lead.breach", record: { kind: "lead", id: leadId, label }, to: timerNames[timer] })
  }
}
