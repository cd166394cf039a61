import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToReject } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { loseInSales } from "../decide-in-commerce"
import { Decision } from "../decision"
import { refusePartnership } from "../refuse-partnership"

/** What the applicant reads in the letter. */
export const expiredReason = "Your request expired: its email address was not confirmed in time."

/**
 * Lets a request expire: Rejected by the house itself, with its lead Disqualified, and the decline letter held for the send window as after any
 * decision. No policy asks a second person for it, since no person decides.
 */
export async function expireRequest(ctx: Ctx, prospectId: string): Promise<void> {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToReject(prospect, "administrator"), prospectId)
  const decision = new Decision("reject", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const loss = { leadReason: "cannot_contact", closeReason: "canceled", comment: "Expired: nobody confirmed the address" } as const
  const lost = await loseInSales(ctx, decision, prospect, loss)
  const words = { reason: expiredReason, noteToApplicant: null, ...lost }
  await refusePartnership(ctx, decision, prospect, "rejected", words, decision.touchedIds)
  await ctx.tx.prospect.updateMany({ where: { id: prospectId }, data: { expiredAt: ctx.now } })
  decision.record(ctx)
  auditMove(ctx, {
    move: "prospect.expire",
    record: { kind: "prospect", id: prospectId, label: prospect.number },
    from: "pending",
    to: "rejected",
    reason: expiredReason,
    touched: [...decision.touchedIds, ...[prospect.leadId, prospect.opportunityId].filter((id) => id !== null)],
    decisionId: decision.id,
  })
}
