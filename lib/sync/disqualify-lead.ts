import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToReject } from "@/lib/commerce/prospects/rules"
import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge, type LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { moveLead } from "@/lib/sales/leads/move-lead"
import { leadStatusReasons, refusalToDisqualify } from "@/lib/sales/leads/rules"
import { Decision } from "./decision"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"
import { refusePartnership } from "./refuse-partnership"
import type { DisqualifyLead } from "./schema"

type DisqualificationReason = DisqualifyLead["statusReason"]

/** What the applicant is told when a lead is disqualified; the seller's comment stays inside. */
const publicReasons: Record<DisqualificationReason, string> = {
  lost: "We do not see a fit at this time.",
  cannot_contact: "We could not reach you.",
  no_longer_interested: "You told us that you are no longer interested.",
  canceled: "The request was canceled.",
}

/** Disqualifies an open lead; where the decision map runs, that rejects the prospect in the same transaction. */
export async function disqualifyLead(ctx: Ctx & { actor: Staff }, { leadId, statusReason, comment, noteToApplicant }: DisqualifyLead) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  await insistOn(ctx, refusalToDisqualify(lead, ctx.actor), lead.id)
  const decision = new Decision("disqualify", { leadId, prospectId: lead.prospectId })
  await disqualifyInSales(ctx, decision, lead, statusReason, comment)
  if (lead.prospectId && (await runningMaps(ctx.tx)).has("opportunities_prospects")) {
    const prospect = await getProspectToJudge(ctx, lead.prospectId)
    await insistOn(ctx, refusalToReject(prospect, "administrator"), prospect.id)
    const salesStage = leadStatusReasons[statusReason].word
    const words = { reason: publicReasons[statusReason], noteToApplicant, salesStage }
    await refusePartnership(ctx, decision, prospect, "rejected", words, decision.touchedIds)
    noteDualWrite(ctx, {
      map: "opportunities_prospects",
      operation: "reject",
      source: { kind: "lead", id: lead.id, label: lead.companyName },
      target: { kind: "prospect", id: prospect.id, label: prospect.number },
      aggregateId: prospect.id,
      decisionId: decision.id,
    })
  }
  decision.record(ctx)
  auditMove(ctx, {
    move: "lead.disqualify",
    record: { kind: "lead", id: lead.id, label: lead.companyName },
    from: lead.statusReason,
    to: statusReason,
    changes: [{ field: "status", from: lead.statusReason, to: statusReason }],
    reason: comment,
    touched: decision.touchedIds,
    decisionId: decision.id,
  })
  return { decisionId: decision.id }
}

/** Takes a qualified lead out of an opportunity that goes on without it, and disqualifies it. What it was made of stays; so does the history. */
export async function leaveOpportunity(
  ctx: Ctx,
  decision: Decision,
  lead: LeadToJudge,
  opportunity: { id: string; topic: string },
  reason: DisqualificationReason,
  comment: string | null,
): Promise<void> {
  await moveLead(ctx, lead, reason, { closeComment: comment, accountId: null, contactId: null, opportunityId: null })
  const { state, statusReason, closedAt, closeComment, accountId, contactId, opportunityId } = lead
  decision.changed(
    "lead",
    { kind: "lead", id: lead.id, label: lead.companyName, version: lead.version },
    { state, statusReason, closedAt, closeComment, accountId, contactId, opportunityId },
    `Lead Disqualified, ${leadStatusReasons[reason].word}`,
  )
  decision.receipt.linked.push({
    record: { kind: "opportunity", id: opportunity.id, label: opportunity.topic },
    text: `Opportunity ${opportunity.topic} goes on without it`,
  })
}

/** Disqualifies a lead on the Sales side, and writes on the decision what that changed. */
export async function disqualifyInSales(
  ctx: Ctx,
  decision: Decision,
  lead: LeadToJudge,
  reason: DisqualificationReason,
  comment: string | null,
): Promise<void> {
  await moveLead(ctx, lead, reason, { closeComment: comment })
  decision.changed(
    "lead",
    { kind: "lead", id: lead.id, label: lead.companyName, version: lead.version },
    { state: lead.state, statusReason: lead.statusReason, closedAt: null, closeComment: lead.closeComment },
    `Lead Disqualified, ${leadStatusReasons[reason].word}`,
  )
}
