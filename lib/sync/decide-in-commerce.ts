import { getProspectToJudge, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToApprove, refusalToReject } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { matchLead } from "@/lib/sales/accounts/match-lead"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { type Close, getOpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { guardedApproval, guardedRejection } from "./approvals/guarded"
import { insistOnSecond } from "./approvals/insist-on-second"
import { closeInSales } from "./close-opportunity"
import { createAll } from "./conversion/choice"
import { convertLead } from "./convert"
import { isCountedOn } from "./counted-on"
import type { DeciderCtx } from "./decider"
import { Decision } from "./decision"
import { disqualifyInSales, leaveOpportunity } from "./disqualify-lead"
import { grantPartnership } from "./grant-partnership"
import { prospectsOfOpportunity } from "./prospects-of-opportunity"
import { refusePartnership } from "./refuse-partnership"
import type { ApproveProspect, RejectProspect } from "./schema"

export const decidedInCommerce = "Decided in Commerce"

/** Approves a pending prospect in Commerce. Where Sales has a lead, it is qualified and its opportunity won in the same transaction; so are other requests approved that joined that opportunity. */
export async function approveProspect(ctx: DeciderCtx, { prospectId, noteToApplicant }: ApproveProspect) {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToApprove(prospect, ctx.actor.staffRole), prospectId)
  await insistOnSecond(ctx, await guardedApproval(ctx.tx, prospect))
  const decision = new Decision("approve", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const won = await winInSales(ctx, decision, prospect)
  const common = decision.touchedIds
  const words = { reason: null, noteToApplicant, salesStage: won ? "Won" : null }
  const current = await getProspectToJudge(ctx, prospectId)
  // Somebody may have won it in Sales between the two looks.
  await insistOn(ctx, refusalToApprove(current, ctx.actor.staffRole), prospectId)
  const { hierarchyNumber } = await grantPartnership(ctx, decision, current, words, common)
  for (const other of won?.others ?? []) await grantPartnership(ctx, decision, other, { ...words, noteToApplicant: null }, common)
  tellDecided(ctx, decision, prospect, "prospect.approve", noteToApplicant)
  return { decisionId: decision.id, hierarchyNumber }
}

/** Rejects a pending prospect in Commerce. Where Sales has a lead, it is disqualified or its opportunity lost in the same transaction; a lead that shares an opportunity leaves it. */
export async function rejectProspect(ctx: DeciderCtx, { prospectId, reason, noteToApplicant }: RejectProspect) {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToReject(prospect, ctx.actor.staffRole), prospectId)
  await insistOnSecond(ctx, await guardedRejection(ctx.tx, prospect))
  const decision = new Decision("reject", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const lost = await loseInSales(ctx, decision, prospect, {
    leadReason: "lost",
    closeReason: "canceled",
    comment: `${decidedInCommerce}: ${reason}`,
  })
  await refusePartnership(ctx, decision, prospect, "rejected", { reason, noteToApplicant, ...lost }, decision.touchedIds)
  tellDecided(ctx, decision, prospect, "prospect.reject", reason)
  return { decisionId: decision.id }
}

/** Writes a decision of Commerce into the ledgers. */
export function tellDecided(
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
    touched: [...decision.touchedIds, ...[prospect.leadId, prospect.opportunityId].filter((id) => id !== null)],
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

/**
 * Brings Sales to Won: qualifies an open lead with what matches it for certain, and wins the opportunity. Answers with the other prospects that
 * this decides too, those of leads that joined the opportunity; null when Sales has no part in it.
 */
async function winInSales(ctx: DeciderCtx, decision: Decision, prospect: ProspectToJudge): Promise<{ others: ProspectToJudge[] } | null> {
  if (!prospect.leadId) return null
  const lead = await getLeadToJudge(ctx.tx, prospect.leadId)
  if (lead.state === "disqualified") throw notOpen("The lead in Sales is Disqualified. Reactivate it first.")
  if (lead.state === "open") {
    const { accounts, contacts } = await matchLead(ctx.tx, lead)
    const sameTaxId = accounts.find(({ isSameTaxId }) => isSameTaxId)
    const sameEmail = contacts.find(({ isSameEmail }) => isSameEmail)
    const use = (id: string | undefined) => (id ? { make: "use" as const, id, picks: [], version: null } : { make: "create" as const })
    const choice = { ...createAll, account: use(sameTaxId?.id), contact: use(sameEmail?.id) }
    await convertLead(ctx, { lead, decision, choice }, ctx.actor)
  }
  return winDeal(ctx, decision, prospect, lead.opportunityId)
}

/** Wins the opportunity that a lead became, in this decision or before it. Answers with the other prospects that this decides too. */
export async function winDeal(
  ctx: Ctx,
  decision: Decision,
  prospect: ProspectToJudge,
  before: string | null,
): Promise<{ others: ProspectToJudge[] }> {
  const opportunityId = decision.refs.opportunityId ?? before
  if (!opportunityId) return { others: [] }
  const opportunity = await getOpportunityToJudge(ctx, opportunityId)
  if (opportunity.state === "lost") throw notOpen("The opportunity in Sales is Lost. Reopen it first.")
  if (opportunity.state === "won") return { others: [] }
  const prospects = await prospectsOfOpportunity(ctx, opportunityId)
  await closeInSales(ctx, decision, opportunity, closeNow(ctx, "won", decidedInCommerce))
  return { others: prospects.filter(({ id, status }) => id !== prospect.id && status === "pending") }
}

type Loss = { leadReason: "lost" | "no_longer_interested" | "cannot_contact"; closeReason: "canceled"; comment: string }

/** What is to stand on the prospect of how far Sales came, and that its opportunity goes on without it. */
type Lost = { salesStage: string | null; opportunityId?: null }

/**
 * Brings Sales to Disqualified or Lost. An opportunity that others count on, because their leads joined it or because this lead only joined it, goes on;
 * the lead leaves it and is Disqualified.
 */
export async function loseInSales(
  ctx: Ctx,
  decision: Decision,
  prospect: ProspectToJudge,
  { leadReason, closeReason, comment }: Loss,
): Promise<Lost> {
  if (!prospect.leadId) return { salesStage: null }
  const lead = await getLeadToJudge(ctx.tx, prospect.leadId)
  if (lead.state === "open") {
    await disqualifyInSales(ctx, decision, lead, leadReason, comment)
    return { salesStage: "Disqualified" }
  }
  if (!lead.opportunityId) return { salesStage: prospect.salesStage }
  const opportunity = await getOpportunityToJudge(ctx, lead.opportunityId)
  if (opportunity.state === "won") throw notOpen("The opportunity in Sales is Won. Reopen it first.")
  if (opportunity.state === "open" && (await isCountedOn(ctx.tx, opportunity, lead.id))) {
    decision.refs.opportunityId = null
    await leaveOpportunity(ctx, decision, lead, opportunity, leadReason, comment)
    return { salesStage: "Disqualified", opportunityId: null }
  }
  if (opportunity.state === "open") {
    decision.refs.opportunityId = opportunity.id
    await closeInSales(ctx, decision, opportunity, closeNow(ctx, closeReason, comment))
  }
  return { salesStage: "Lost" }
}

const notOpen = (message: string) => new AppError("conflict", message)
