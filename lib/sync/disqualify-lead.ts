import { claimProspects } from "@/lib/commerce/prospects/move-prospect"
import { refusalToReject } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Refusal } from "@/lib/platform/errors"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { getLeadToJudge, type LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { claimLeads, disqualifyClaimed, moveLead } from "@/lib/sales/leads/move-lead"
import { leadStatusReasons, refusalToDisqualify } from "@/lib/sales/leads/rules"
import { refusalOfOne } from "@/lib/sales/policies/second-person"
import { guardsFor, guardsForProspects } from "./approvals/insist-on-second"
import type { DeciderCtx } from "./decider"
import { Decision } from "./decision"
import { noteDualWrite } from "./dual-write"
import { runningMaps } from "./maps"
import { refusePartnerships } from "./refuse-partnership"
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
export async function disqualifyLead(ctx: DeciderCtx, { leadId, ...words }: DisqualifyLead) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  await insistOn(ctx, refusalToDisqualify(lead, ctx.actor), lead.id)
  const [outcome] = await disqualifyLeads(ctx, [lead], words)
  if (outcome?.decisionId) return { decisionId: outcome.decisionId }
  if (outcome?.refusal) await insistOn(ctx, outcome.refusal, lead.prospectId ?? lead.id)
  throw await overtaken(ctx, lead.id)
}

type Words = Omit<DisqualifyLead, "leadId">
export type DisqualifyOutcome = { leadId: string } & (
  | { decisionId: string; refusal: null }
  /** Null where somebody changed the lead since it was read. */
  | { decisionId: null; refusal: Refusal | null }
)

/**
 * Disqualifies many open leads for one reason in one transaction, with as many statements as one. The leads were read and judged; one that
 * somebody changed since, or whose prospect is decided, stands as it was. Each has a decision, an audit row, a receipt and a letter of its own.
 */
export async function disqualifyLeads(ctx: DeciderCtx, leads: readonly LeadToJudge[], words: Words): Promise<DisqualifyOutcome[]> {
  const claimed = await claimLeads(ctx, leads)
  const standing = leads.filter(({ id }) => claimed.has(id))
  const decides = (await runningMaps(ctx.tx)).has("opportunities_prospects")
  const prospects = await claimProspects(ctx, decides ? standing.flatMap(({ prospectId }) => prospectId ?? []) : [])
  const guards = await guardsFor(
    ctx,
    ["disqualify"],
    standing.map(({ id }) => id),
  )
  const prospectGuards = await guardsForProspects(ctx, "reject", [...prospects.keys()])
  const refusals = new Map(
    standing.flatMap(({ id, prospectId }) => {
      const [prospect, guard] = [prospects.get(prospectId ?? ""), guards.get(id) ?? prospectGuards.get(prospectId ?? "")]
      const refusal = guard ? refusalOfOne(guard, "disqualify") : prospect ? refusalToReject(prospect, "administrator") : null
      return refusal ? [[id, refusal] as const] : []
    }),
  )
  const able = standing.filter(({ id }) => !refusals.has(id))
  const decisions = new Map(able.map((lead) => [lead.id, begin(lead, words.statusReason)]))
  if (able.length > 0) await disqualifyClaimed(ctx, able, words.statusReason, words.comment)
  await rejectTheirs(ctx, able, decisions, prospects, words)
  for (const lead of able) conclude(ctx, lead, decisions.get(lead.id), words)
  return leads.map(({ id: leadId }) => {
    const decisionId = decisions.get(leadId)?.id
    return decisionId ? { leadId, decisionId, refusal: null } : { leadId, decisionId: null, refusal: refusals.get(leadId) ?? null }
  })
}

function begin(lead: LeadToJudge, reason: DisqualificationReason): Decision {
  const decision = new Decision("disqualify", { leadId: lead.id, prospectId: lead.prospectId })
  noteDisqualified(decision, lead, reason)
  return decision
}

type Prospects = Awaited<ReturnType<typeof claimProspects>>

async function rejectTheirs(
  ctx: Ctx,
  leads: readonly LeadToJudge[],
  decisions: ReadonlyMap<string, Decision>,
  prospects: Prospects,
  { statusReason, noteToApplicant }: Words,
): Promise<void> {
  const refused = leads.flatMap((lead) => {
    const [decision, prospect] = [decisions.get(lead.id), prospects.get(lead.prospectId ?? "")]
    return decision && prospect ? [{ lead, decision, prospect, common: decision.touchedIds }] : []
  })
  const salesStage = leadStatusReasons[statusReason].word
  await refusePartnerships(ctx, refused, { reason: publicReasons[statusReason], noteToApplicant, salesStage })
  for (const { lead, decision, prospect } of refused) {
    noteDualWrite(ctx, {
      map: "opportunities_prospects",
      operation: "reject",
      source: { kind: "lead", id: lead.id, label: lead.companyName },
      target: { kind: "prospect", id: prospect.id, label: prospect.number },
      aggregateId: prospect.id,
      decisionId: decision.id,
    })
  }
}

function conclude(ctx: Ctx, lead: LeadToJudge, decision: Decision | undefined, { statusReason, comment }: Words): void {
  if (!decision) return
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
  noteDisqualified(decision, lead, reason)
}

/** The same for many claimed leads, each on its own decision. */
export async function disqualifyTogether(
  ctx: Ctx,
  some: readonly { lead: LeadToJudge; decision: Decision }[],
  reason: DisqualificationReason,
  comment: string | null,
): Promise<void> {
  if (some.length === 0) return
  await disqualifyClaimed(
    ctx,
    some.map(({ lead }) => lead),
    reason,
    comment,
  )
  for (const { lead, decision } of some) noteDisqualified(decision, lead, reason)
}

function noteDisqualified(decision: Decision, lead: LeadToJudge, reason: DisqualificationReason): void {
  decision.changed(
    "lead",
    { kind: "lead", id: lead.id, label: lead.companyName, version: lead.version },
    { state: lead.state, statusReason: lead.statusReason, closedAt: null, closeComment: lead.closeComment },
    `Lead Disqualified, ${leadStatusReasons[reason].word}`,
  )
}
