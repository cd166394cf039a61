import { getProspectToJudge, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToApprove, refusalToReject } from "@/lib/commerce/prospects/rules"
import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { matchLead } from "@/lib/sales/accounts/match-lead"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { type Close, getOpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { closeInSales } from "./close-opportunity"
import { convert } from "./convert"
import { Decision } from "./decision"
import { disqualifyInSales } from "./disqualify-lead"
import { grantPartnership } from "./grant-partnership"
import { refusePartnership } from "./refuse-partnership"
import type { ApproveProspect, RejectProspect } from "./schema"

const decidedInCommerce = "Decided in Commerce"

/** Approves a pending prospect in Commerce. Where Sales has a lead, it is qualified and its opportunity won in the same transaction. */
export async function approveProspect(ctx: Ctx & { actor: Staff }, { prospectId, noteToApplicant }: ApproveProspect) {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToApprove(prospect, ctx.actor.staffRole), prospectId)
  const decision = new Decision("approve", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const isInSales = await winInSales(ctx, decision, prospect)
  const current = isInSales ? await getProspectToJudge(ctx, prospectId) : prospect
  const { hierarchyNumber } = await grantPartnership(ctx, decision, current, {
    reason: null,
    noteToApplicant,
    salesStage: isInSales ? "Won" : null,
  })
  finish(ctx, decision, prospect, "prospect.approve", noteToApplicant)
  return { decisionId: decision.id, hierarchyNumber }
}

/** Rejects a pending prospect in Commerce. Where Sales has a lead, it is disqualified or its opportunity lost in the same transaction. */
export async function rejectProspect(ctx: Ctx & { actor: Staff }, { prospectId, reason, noteToApplicant }: RejectProspect) {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToReject(prospect, ctx.actor.staffRole), prospectId)
  const decision = new Decision("reject", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const salesStage = await loseInSales(ctx, decision, prospect, {
    leadReason: "lost",
    closeReason: "canceled",
    comment: `${decidedInCommerce}: ${reason}`,
  })
  await refusePartnership(ctx, decision, prospect, "rejected", { reason, noteToApplicant, salesStage })
  finish(ctx, decision, prospect, "prospect.reject", reason)
  return { decisionId: decision.id }
}

function finish(
  ctx: Ctx,
  decision: Decision,
  prospect: ProspectToJudge,
  move: "prospect.approve" | "prospect.reject",
  reason: string | null,
): void {
  decision.record(ctx)
  auditMove(ctx, {
    move,
    record: { kind: "prospect", id: prospect.id, label: prospect.number },
    from: prospect.status,
    to: move === "prospect.approve" ? "approved" : "rejected",
    reason: [decidedInCommerce, reason].filter(Boolean).join(". "),
    touched: [...decision.touchedIds, ...(prospect.leadId ? [prospect.leadId] : [])],
    decisionId: decision.id,
  })
}

const closeNow = (ctx: Ctx, statusReason: Close["statusReason"], description: string): Close => ({
  statusReason,
  actualRevenue: null,
  closeDate: ctx.now,
  competitor: null,
  description,
})

/** Brings Sales to Won: qualifies an open lead with what matches it for certain, and wins the opportunity. False when Sales has no part in it. */
async function winInSales(ctx: Ctx, decision: Decision, prospect: ProspectToJudge): Promise<boolean> {
  if (!prospect.leadId) return false
  const lead = await getLeadToJudge(ctx.tx, prospect.leadId)
  if (lead.state === "disqualified") throw notOpen("The lead in Sales is Disqualified. Reactivate it first.")
  if (lead.state === "open") {
    const { accounts, contacts } = await matchLead(ctx.tx, lead)
    const sameTaxId = accounts.find(({ reasons }) => reasons.includes("Same tax ID"))
    await convert(ctx, decision, lead, {
      accountId: sameTaxId?.id ?? null,
      contactId: contacts[0]?.id ?? null,
      opportunity: { topic: lead.topic, estimatedRevenue: null },
    })
  }
  const opportunityId = decision.refs.opportunityId ?? lead.opportunityId
  if (!opportunityId) return true
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  if (opportunity.state === "lost") throw notOpen("The opportunity in Sales is Lost. Reopen it first.")
  if (opportunity.state === "open") await closeInSales(ctx, decision, opportunity, closeNow(ctx, "won", decidedInCommerce))
  return true
}

type Loss = { leadReason: "lost" | "no_longer_interested"; closeReason: "canceled"; comment: string }

/** Brings Sales to Disqualified or Lost. Returns the stage to show on the prospect; null when Sales has no part in it. */
export async function loseInSales(
  ctx: Ctx,
  decision: Decision,
  prospect: ProspectToJudge,
  { leadReason, closeReason, comment }: Loss,
): Promise<string | null> {
  if (!prospect.leadId) return null
  const lead = await getLeadToJudge(ctx.tx, prospect.leadId)
  if (lead.state === "open") {
    await disqualifyInSales(ctx, decision, lead, leadReason, comment)
    return "Disqualified"
  }
  if (!lead.opportunityId) return prospect.salesStage
  const opportunity = await getOpportunityToJudge(ctx, lead.opportunityId)
  if (opportunity.state === "won") throw notOpen("The opportunity in Sales is Won. Reopen it first.")
  if (opportunity.state === "open") {
    decision.refs.opportunityId = opportunity.id
    await closeInSales(ctx, decision, opportunity, closeNow(ctx, closeReason, comment))
  }
  return "Lost"
}

const notOpen = (message: string) => new AppError("conflict", message)
