import type { Staff } from "@/lib/identity/actor"
import { cancelHeldBack } from "@/lib/mail/log/cancel-held-back"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { getOpportunityToJudge, moveOpportunity } from "@/lib/sales/opportunities/move-opportunity"
import { refusalToReopen, type Stage, stages } from "@/lib/sales/opportunities/rules"
import type { Touched } from "./decision"
import { noteDualWrite } from "./dual-write"
import { noteSalesStage } from "./link-prospect"
import { prospectsOfOpportunity } from "./prospects-of-opportunity"
import type { ReopenOpportunity } from "./schema"
import { standingDecision, touchedRows } from "./standing-decision"
import { takeBackPartnership } from "./take-back-partnership"

/** Reopens a Won or Lost opportunity, with a reason. The prospects of its leads are Pending again; after Won the partners' access ends at once. */
export async function reopenOpportunity(ctx: Ctx & { actor: Staff }, { opportunityId, reason }: ReopenOpportunity) {
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  const prospects = await prospectsOfOpportunity(ctx, opportunityId)
  const judged = { ...opportunity, isWithdrawn: prospects.some(({ status }) => status === "withdrawn") }
  await insistOn(ctx, refusalToReopen(judged, ctx.actor), opportunityId)
  const standing = await standingDecision(ctx.tx, { opportunityId })
  const rows = standing ? touchedRows(standing.touched) : []
  const stage = stageBefore(rows, opportunityId)
  await moveOpportunity(ctx, opportunity, "in_progress", stage)
  const record = { kind: "opportunity" as const, id: opportunityId, label: opportunity.topic }
  const decided = prospects.filter(({ status }) => status !== "pending")
  const ids = decided.map(({ id }) => id)
  const touched: string[] = [...ids, ...prospects.flatMap(({ leadId }) => leadId ?? [])]
  if (decided.length > 0) {
    touched.push(...(await takeBackPartnership(ctx, decided, rows)))
    await noteSalesStage(ctx, ids, stages[stage].word)
    for (const { id, number } of decided)
      noteDualWrite(ctx, {
        map: "opportunities_prospects",
        operation: "reopen",
        source: record,
        target: { kind: "prospect", id, label: number },
        aggregateId: id,
      })
    if (standing) await cancelHeldBack(ctx.tx, standing.id)
  }
  auditMove(ctx, {
    move: "opportunity.reopen",
    record,
    from: opportunity.statusReason,
    to: "in_progress",
    changes: [{ field: "status", from: opportunity.statusReason, to: "in_progress" }],
    reason,
    touched: [...touched, ...(opportunity.originatingLeadId ? [opportunity.originatingLeadId] : [])],
  })
  return { opportunityId }
}

/** The stage at which the opportunity stood when it was closed. */
function stageBefore(rows: Touched[], opportunityId: string): Stage {
  const stage = rows.find(({ id, before }) => id === opportunityId && before !== null)?.before?.stage
  return stage === "qualify" || stage === "propose" || stage === "close" ? stage : "develop"
}
