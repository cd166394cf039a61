import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { escalate } from "../escalation/escalate"
import type { TimerEvent } from "./time-leads"
import { timerNames } from "./timer-words"

/** Tells of what was noticed: the escalation rules are asked, and a breach that none is for stands on the lead's timeline by itself. */
export async function tellEvents(ctx: Ctx, events: readonly TimerEvent[]): Promise<void> {
  for (const { leadId, label, timer, kind } of await escalate(ctx, events)) {
    if (kind === "breach") auditMove(ctx, { move: "lead.breach", record: { kind: "lead", id: leadId, label }, to: timerNames[timer] })
  }
}
