import type { ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToApprove } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { type Close, closeOpportunity, getOpportunityToJudge, type OpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { opportunityStatusReasons, refusalToClose } from "@/lib/sales/opportunities/rules"
import { guardedClose } from "./approvals/guarded"
import { insistOnSecond } from "./approvals/insist-on-second"
import type { DeciderCtx } from "./decider"
import { Decision } from "./decision"
import { noteDualWrite } from "./dual-write"
import { grantPartnership } from "./grant-partnership"
import { runningMaps } from "./maps"
import { prospectsOfOpportunity } from "./prospects-of-opportunity"
import { refusePartnership } from "./refuse-partnership"
import type { CloseAsLost, CloseAsWon } from "./schema"

/** What the applicant is told when an opportunity is lost; the seller's description stays inside. */
export const publicReasons = {
  canceled: "We have closed your request without a partnership.",
  out_sold: "We do not see a fit at this time.",
} as const

/** Closes an opportunity as Won; where the decision map runs, that approves the prospects of all its leads in the same transaction. */
export async function closeAsWon(ctx: DeciderCtx, { opportunityId, ...input }: CloseAsWon) {
  const { opportunity, prospects } = await openForClosing(ctx, opportunityId)
  await insistOnSecond(ctx, await guardedClose(ctx.tx, opportunity, "win"))
  const decision = new Decision("win", refsOf(opportunity))
  const close: Close = { ...input, statusReason: "won", competitor: null }
  await closeInSales(ctx, decision, opportunity, close)
  const common = decision.touchedIds
  const numbers: string[] = []
  for (const prospect of prospects) {
    const words = { reason: null, noteToApplicant: null, salesStage: "Won" }
    numbers.push((await grantPartnership(ctx, decision, prospect, words, common)).hierarchyNumber)
  }
  finish(ctx, decision, opportunity, "opportunity.win", close, prospects)
  return { decisionId: decision.id, hierarchyNumber: numbers[0] ?? null }
}

/** Closes an opportunity as Lost; where the decision map runs, that rejects the prospects of all its leads in the same transaction. */
export async function closeAsLost(ctx: DeciderCtx, { opportunityId, noteToApplicant, ...close }: CloseAsLost) {
  const { opportunity, prospects } = await openForClosing(ctx, opportunityId)
  await insistOnSecond(ctx, await guardedClose(ctx.tx, opportunity, "lose"))
  const decision = new Decision("lose", refsOf(opportunity))
  await closeInSales(ctx, decision, opportunity, close)
  const common = decision.touchedIds
  const words = { reason: publicReasons[close.statusReason], noteToApplicant, salesStage: "Lost" }
  for (const prospect of prospects) await refusePartnership(ctx, decision, prospect, "rejected", words, common)
  finish(ctx, decision, opportunity, "opportunity.lose", close, prospects)
  return { decisionId: decision.id }
}

const refsOf = (opportunity: OpportunityToJudge) => ({
  opportunityId: opportunity.id,
  leadId: opportunity.originatingLeadId,
  prospectId: opportunity.prospectId,
})

/** The opportunity, judged; and the prospects of its leads, where closing it decides them. */
async function openForClosing(ctx: DeciderCtx, opportunityId: string) {
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  await insistOn(ctx, refusalToClose(opportunity, ctx.actor), opportunity.id)
  const prospects = (await runningMaps(ctx.tx)).has("opportunities_prospects") ? await prospectsOfOpportunity(ctx, opportunityId) : []
  for (const prospect of prospects) await insistOn(ctx, refusalToApprove(prospect, "administrator"), prospect.id)
  return { opportunity, prospects }
}

/** Closes an opportunity on the Sales side, and writes on the decision what that changed. */
export async function closeInSales(ctx: Ctx, decision: Decision, opportunity: OpportunityToJudge, close: Close): Promise<void> {
  const { id, topic, version, state, statusReason, stage, stageEnteredAt } = opportunity
  await closeOpportunity(ctx, opportunity, close, decision.id)
  const before = { state, statusReason, stage, stageEnteredAt, closedAt: null }
  decision.changed(
    "opportunity",
    { kind: "opportunity", id, label: topic, version },
    before,
    `Opportunity ${topic} ${opportunityStatusReasons[close.statusReason].word}`,
  )
}

function finish(
  ctx: Ctx,
  decision: Decision,
  opportunity: OpportunityToJudge,
  move: "opportunity.win" | "opportunity.lose",
  close: Close,
  prospects: readonly ProspectToJudge[],
): void {
  const { id, topic } = opportunity
  const record = { kind: "opportunity" as const, id, label: topic }
  for (const prospect of prospects) {
    noteDualWrite(ctx, {
      map: "opportunities_prospects",
      operation: move === "opportunity.win" ? "approve" : "reject",
      source: record,
      target: { kind: "prospect", id: prospect.id, label: prospect.number },
      aggregateId: prospect.id,
      decisionId: decision.id,
    })
  }
  decision.record(ctx)
  auditMove(ctx, {
    move,
    record,
    from: opportunity.statusReason,
    to: close.statusReason,
    changes: [{ field: "status", from: opportunity.statusReason, to: close.statusReason }],
    reason: close.description,
    touched: [
      ...decision.touchedIds,
      ...[decision.refs.leadId, ...prospects.map(({ leadId }) => leadId)].filter((leadId) => leadId !== null),
      opportunity.account.id,
      opportunity.contact.id,
    ],
    decisionId: decision.id,
  })
}
