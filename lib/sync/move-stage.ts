import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { leadsOfOpportunity } from "@/lib/sales/leads/leads-of-opportunity"
import { enterStage, getOpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { refusalToMoveStage, stages } from "@/lib/sales/opportunities/rules"
import type { MoveStage } from "@/lib/sales/opportunities/schema"
import { tellSalesStage } from "./tell-sales-stage"

/** Moves an open opportunity to another stage, forward or back; its prospect says so in Commerce. */
export async function moveStage(ctx: Ctx & { actor: Staff }, { opportunityId, stage, was }: MoveStage) {
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  await insistOn(ctx, refusalToMoveStage(opportunity, ctx.actor, stage), opportunityId)
  if (was !== undefined && opportunity.stage !== was) throw await overtaken(ctx, opportunityId)
  await enterStage(ctx, opportunity, stage)
  const record = { kind: "opportunity" as const, id: opportunityId, label: opportunity.topic }
  await tellSalesStage(ctx, record, await leadsOfOpportunity(ctx.tx, opportunityId), stages[stage].word)
  const from = opportunity.stage
  auditMove(ctx, { move: "opportunity.stage", record, from, to: stage, changes: [{ field: "stage", from, to: stage }] })
  return { stage }
}
