import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { decidedInCommerce, loseInSales, tellDecided } from "../decide-in-commerce"
import { Decision } from "../decision"
import { disqualifyTogether } from "../disqualify-lead"
import { refusePartnership, refusePartnerships } from "../refuse-partnership"
import { type Decided, judgeToDecide, type ToDecide } from "./to-decide"

type Words = { reason: string; noteToApplicant: string | null }
type Begun = ToDecide & { decision: Decision }

/**
 * Rejects many claimed prospects for one reason in one transaction: open leads are disqualified together, opportunities are lost or left one by one.
 * Each has a decision, a receipt, an audit row and a letter of its own; what cannot be rejected is told with its reason, and stands as it was.
 */
export async function rejectProspects(ctx: Ctx & { actor: Staff }, asked: readonly ToDecide[], words: Words): Promise<Decided[]> {
  const { able, refused } = await judgeToDecide(ctx, "reject", asked)
  const begun = able.map((one): Begun => ({ ...one, decision: begin(one) }))
  const open = begun.filter(({ lead }) => lead?.state === "open")
  const alone = begun.filter(({ lead }) => lead === null)
  const comment = `${decidedInCommerce}: ${words.reason}`
  await disqualifyTogether(
    ctx,
    open.flatMap(({ lead, decision }) => (lead ? [{ lead, decision }] : [])),
    "lost",
    comment,
  )
  await refuse(ctx, open, { ...words, salesStage: "Disqualified" })
  await refuse(ctx, alone, { ...words, salesStage: null })
  for (const { prospect, decision } of begun.filter(({ lead }) => lead && lead.state !== "open")) {
    const lost = await loseInSales(ctx, decision, prospect, { leadReason: "lost", closeReason: "canceled", comment })
    await refusePartnership(ctx, decision, prospect, "rejected", { ...words, ...lost }, decision.touchedIds)
  }
  for (const { prospect, decision } of begun) tellDecided(ctx, decision, prospect, "prospect.reject", words.reason)
  const decisions = new Map(begun.map(({ prospect, decision }) => [prospect.id, decision.id]))
  return asked.map(({ prospect: { id: prospectId } }): Decided => {
    const decisionId = decisions.get(prospectId)
    if (decisionId) return { prospectId, decisionId, refusal: null }
    return {
      prospectId,
      decisionId: null,
      refusal: refused.get(prospectId) ?? { code: "not_found", message: "It is not there any more." },
    }
  })
}

const begin = ({ prospect: { id, leadId, opportunityId } }: ToDecide) => new Decision("reject", { prospectId: id, leadId, opportunityId })

const refuse = (ctx: Ctx, some: readonly Begun[], words: Words & { salesStage: string | null }) =>
  refusePartnerships(
    ctx,
    some.map(({ prospect, decision }) => ({ decision, prospect, common: decision.touchedIds })),
    words,
  )
