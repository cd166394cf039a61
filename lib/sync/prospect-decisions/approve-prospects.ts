import { getProspectToJudge, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import type { Ctx } from "@/lib/platform/context"
import type { Refusal } from "@/lib/platform/errors"
import { type Choice, createAll } from "../conversion/choice"
import { convertLeads } from "../convert"
import { tellDecided, winDeal } from "../decide-in-commerce"
import type { DeciderCtx } from "../decider"
import { Decision } from "../decision"
import { grantPartnership } from "../grant-partnership"
import { type Decided, judgeToDecide, type ToDecide } from "./to-decide"

/** Which organization a prospect without a lead becomes: a new one, a customer that exists, or that of another prospect which was approved before it. */
export type CompanyChoice = { make: "create" } | { make: "use"; customerId: string } | { make: "share"; prospectId: string }

/** How its open lead is converted, or which company a prospect without one becomes; null where that is not to be chosen. */
export type ApproveChoice = { choice: Choice | null; company: CompanyChoice | null }

/** A claimed prospect with what it becomes. */
export type Approving = ToDecide & ApproveChoice

/**
 * Approves many claimed prospects in one transaction, each by a decision, a receipt, an audit row and a letter of its own. Their open leads are
 * converted together; what cannot be approved is told with its reason, and stands as it was.
 */
export async function approveProspects(
  ctx: DeciderCtx,
  asked: readonly Approving[],
  { noteToApplicant }: { noteToApplicant: string | null },
): Promise<Decided[]> {
  const { able, refused } = await judgeToDecide(ctx, "approve", asked)
  const begun = able.map((one) => ({ ...one, decision: begin(one) }))
  const conversions = begun.flatMap(({ lead, choice, decision }) =>
    lead?.state === "open" ? [{ lead, choice: choice ?? createAll, decision }] : [],
  )
  const outcomes = conversions.length > 0 ? await convertLeads(ctx, conversions, ctx.actor) : []
  const unconverted = new Map(outcomes.flatMap(({ leadId, refusal }) => (refusal ? [[leadId, refusal] as const] : [])))
  const deciders = new Map<string, string>()
  for (const one of begun) {
    const refusal = unconverted.get(one.lead?.id ?? "") ?? (await approveOne(ctx, one, noteToApplicant, deciders))
    if (refusal) refused.set(one.prospect.id, refusal)
  }
  const decisions = new Map(begun.map(({ prospect, decision }) => [prospect.id, decision.id]))
  return asked.map(({ prospect: { id: prospectId } }): Decided => {
    const [refusal, decisionId] = [refused.get(prospectId), decisions.get(prospectId)]
    return refusal || !decisionId ? { prospectId, decisionId: null, refusal: refusal ?? gone } : { prospectId, decisionId, refusal: null }
  })
}

const gone: Refusal = { code: "not_found", message: "It is not there any more." }

const begin = ({ prospect: { id, leadId, opportunityId } }: ToDecide) => new Decision("approve", { prospectId: id, leadId, opportunityId })

type Begun = Approving & { decision: Decision }

/** Wins what Sales has of a prospect and makes it a partner. Null when that was done; nothing of it was where it was not. */
async function approveOne(
  ctx: DeciderCtx,
  { prospect, lead, company, decision }: Begun,
  noteToApplicant: string | null,
  /** Who decided prospects that share an opportunity, by their ids: its number. */
  deciders: Map<string, string>,
): Promise<Refusal | null> {
  const decider = deciders.get(prospect.id)
  if (decider) return { code: "conflict", message: `Approved together with ${decider}: one opportunity decides both.` }
  const organizationId = lead ? prospect.organizationId : await companyOf(ctx, prospect, company)
  if (typeof organizationId === "object" && organizationId !== null) return organizationId
  const won = lead ? await winDeal(ctx, decision, prospect, lead.opportunityId) : null
  const common = decision.touchedIds
  const words = { reason: null, noteToApplicant, salesStage: won ? "Won" : null }
  // Its conversion linked it to what it became.
  const current = lead?.state === "open" ? await getProspectToJudge(ctx, prospect.id) : { ...prospect, organizationId }
  await grantPartnership(ctx, decision, current, words, common)
  for (const other of won?.others ?? []) {
    await grantPartnership(ctx, decision, other, { ...words, noteToApplicant: null }, common)
    deciders.set(other.id, prospect.number)
  }
  tellDecided(ctx, decision, prospect, "prospect.approve", noteToApplicant)
  return null
}

/** The organization that a prospect without a lead becomes; null for a new one. */
async function companyOf({ tx }: Ctx, prospect: ProspectToJudge, company: CompanyChoice | null): Promise<string | null | Refusal> {
  if (prospect.organizationId || !company || company.make === "create") return prospect.organizationId
  if (company.make === "use") {
    const known = await tx.customer.findUnique({ where: { id: company.customerId }, select: { id: true, type: true, status: true } })
    return known?.type === "organization" && known.status !== "archived"
      ? known.id
      : { code: "conflict", message: "The customer that it was to be is Archived or gone." }
  }
  const other = await tx.prospect.findUnique({ where: { id: company.prospectId }, select: { status: true, organizationId: true } })
  return other?.status === "approved"
    ? other.organizationId
    : { code: "conflict", message: "The request whose company it was to share is not approved." }
}
