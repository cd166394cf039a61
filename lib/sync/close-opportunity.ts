import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToApprove } from "@/lib/commerce/prospects/rules"
import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { type Close, closeOpportunity, getOpportunityToJudge, type OpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { opportunityStatusReasons, refusalToClose } from "@/lib/sales/opportunities/rules"
import { Decision } from "./decision"
import { noteDualWrite } from "./dual-write"
import { grantPartnership } from "./grant-partnership"
import { runningMaps } from "./maps"
import { refusePartnership } from "./refuse-partnership"
import type { CloseAsLost, CloseAsWon } from "./schema"

/** What the applicant is told when an opportunity is lost; the seller's description stays inside. */
export const publicReasons = {
  canceled: "We have closed your request without a partnership.",
  out_sold: "We do not see a fit at this time.",
} as const

/** Closes an opportunity as Won; where the decision map runs, that approves the prospect in the same transaction. */
export async function closeAsWon(ctx: Ctx & { actor: Staff }, { opportunityId, ...input }: CloseAsWon) {
  const { opportunity, prospect } = await openForClosing(ctx, opportunityId)
  const decision = new Decision("win", refsOf(opportunity))
  const close: Close = { ...input, statusReason: "won", competitor: null }
  await closeInSales(ctx, decision, opportunity, close)
  const granted = prospect && (await grantPartnership(ctx, decision, prospect, { reason: null, noteToApplicant: null, salesStage: "Won" }))
  finish(ctx, decision, opportunity, "opportunity.win", close)
  return { decisionId: decision.id, hierarchyNumber: granted?.hierarchyNumber ?? null }
}

/** Closes an opportunity as Lost; where the decision map runs, that rejects the prospect in the same transaction. */
export async function closeAsLost(ctx: Ctx & { actor: Staff }, { opportunityId, noteToApplicant, ...close }: CloseAsLost) {
  const { opportunity, prospect } = await openForClosing(ctx, opportunityId)
  const decision = new Decision("lose", refsOf(opportunity))
  await closeInSales(ctx, decision, opportunity, close)
  if (prospect)
    await refusePartnership(ctx, decision, prospect, "rejected", {
      reason: publicReasons[close.statusReason],
      noteToApplicant,
      salesStage: "Lost",
    })
  finish(ctx, decision, opportunity, "opportunity.lose", close)
  return { decisionId: decision.id }
}

const refsOf = (opportunity: OpportunityToJudge) => ({
  opportunityId: opportunity.id,
  leadId: opportunity.originatingLeadId,
  prospectId: opportunity.prospectId,
})

/** The opportunity, judged; and its prospect where closing it decides it. */
async function openForClosing(ctx: Ctx & { actor: Staff }, opportunityId: string) {
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  await insistOn(ctx, refusalToClose(opportunity, ctx.actor), opportunity.id)
  const decides = opportunity.prospectId !== null && (await runningMaps(ctx.tx)).has("opportunities_prospects")
  const prospect = decides && opportunity.prospectId ? await getProspectToJudge(ctx, opportunity.prospectId) : null
  if (prospect) await insistOn(ctx, refusalToApprove(prospect, "administrator"), prospect.id)
  return { opportunity, prospect }
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
): void {
  const { id, topic, prospectId, prospectNumber } = opportunity
  const record = { kind: "opportunity" as const, id, label: topic }
  if (decision.receipt.mailed.length > 0 && prospectId) {
    noteDualWrite(ctx, {
      map: "opportunities_prospects",
      operation: move === "opportunity.win" ? "approve" : "reject",
      source: record,
      target: { kind: "prospect", id: prospectId, label: prospectNumber ?? "" },
      aggregateId: prospectId,
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
      ...(decision.refs.leadId ? [decision.refs.leadId] : []),
      opportunity.account.id,
      opportunity.contact.id,
    ],
    decisionId: decision.id,
  })
}
