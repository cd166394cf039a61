import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge } from "../leads/get-lead-to-judge"
import type { LeadRef, PauseTimers } from "../leads/schema"
import { stopWaiting } from "../questions/ask-questions"
import { refusalToPause, refusalToResume } from "./rules"
import { tellEvents } from "./tell-events"
import { timeLeads } from "./time-leads"

type Worker = Ctx & { actor: Staff }

/** Locks the lead, so that of two who pause or resume the second sees what the first did, and finds its open pause. */
async function standing({ tx }: Ctx, leadId: string) {
  await tx.$executeRaw`select 1 from sales.lead where id = ${leadId}::uuid for no key update`
  const lead = await getLeadToJudge(tx, leadId)
  const pause = await tx.timerPause.findFirst({ where: { leadId, toAt: null }, select: { id: true, reason: true, byName: true } })
  const waits = (await tx.question.count({ where: { leadId, endedAt: null } })) > 0
  return { lead, pause, waits, record: { kind: "lead" as const, id: leadId, label: lead.companyName } }
}

async function look(ctx: Ctx, leadId: string): Promise<void> {
  const { events } = await timeLeads(ctx, [leadId])
  await tellEvents(ctx, events)
}

/** Stops both clocks of an open lead, as while the applicant is asked. What is overdue already stays so. */
export async function pauseTimers(ctx: Worker, { leadId, reason }: PauseTimers) {
  const { lead, pause, record } = await standing(ctx, leadId)
  await insistOn(ctx, refusalToPause(lead, ctx.actor, pause !== null), leadId)
  await ctx.tx.timerPause.create({ data: { id: newId(), leadId, fromAt: ctx.now, reason, byName: ctx.actor.name } })
  auditMove(ctx, { move: "lead.pause", record, reason })
  await look(ctx, leadId)
  return { leadId }
}

/** Lets both clocks go on, also where an answer of the applicant is waited for. What they stood is added to what is due. */
export async function resumeTimers(ctx: Worker, { leadId }: LeadRef) {
  const { lead, pause, waits, record } = await standing(ctx, leadId)
  await insistOn(ctx, refusalToResume(lead, ctx.actor, pause !== null || waits), leadId)
  await stopWaiting(ctx, leadId)
  await ctx.tx.timerPause.updateMany({ where: { leadId, toAt: null }, data: { toAt: ctx.now } })
  auditMove(ctx, { move: "lead.resume", record, reason: pause?.reason ?? "Without the applicant's answer" })
  await look(ctx, leadId)
  return { leadId }
}
