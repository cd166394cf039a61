import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { moveLead } from "@/lib/sales/leads/move-lead"
import { leadStatusReasons, refusalToMark } from "@/lib/sales/leads/rules"
import type { MarkLead } from "@/lib/sales/leads/schema"
import { tellSalesStage } from "./tell-sales-stage"

/** Marks an open lead as Contacted, or as New again; its prospect says so in Commerce. */
export async function markLead(ctx: Ctx & { actor: Staff }, { leadId, as }: MarkLead) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  await insistOn(ctx, refusalToMark(lead, ctx.actor, as), leadId)
  await moveLead(ctx, lead, as, {})
  const record = { kind: "lead" as const, id: leadId, label: lead.companyName }
  await tellSalesStage(ctx, record, [lead], leadStatusReasons[as].word)
  const from = lead.statusReason
  auditMove(ctx, { move: "lead.contact", record, from, to: as, changes: [{ field: "status", from, to: as }] })
  return { statusReason: as }
}
