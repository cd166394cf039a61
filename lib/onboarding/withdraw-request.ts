import { refusalToWithdraw } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { loseInSales } from "@/lib/sync/decide-in-commerce"
import { Decision } from "@/lib/sync/decision"
import { refusePartnership } from "@/lib/sync/refuse-partnership"
import { openStatusLink } from "./confirm-email"
import { theApplicant } from "./submit-request"

/** The applicant takes a pending request back: the prospect Withdrawn, its lead Disqualified or its opportunity Lost, in one transaction. */
export async function withdrawRequest(outer: Ctx, { token }: { token: string }) {
  const prospect = await openStatusLink(outer, token)
  const ctx = { ...outer, actor: theApplicant(prospect) }
  await insistOn(ctx, refusalToWithdraw(prospect), prospect.id)
  const decision = new Decision("withdraw", { prospectId: prospect.id, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const reason = "Withdrawn by the applicant"
  const lost = await loseInSales(ctx, decision, prospect, {
    leadReason: "no_longer_interested",
    closeReason: "canceled",
    comment: reason,
  })
  await refusePartnership(ctx, decision, prospect, "withdrawn", { reason, noteToApplicant: null, ...lost }, decision.touchedIds)
  decision.record(ctx)
  auditMove(ctx, {
    move: "request.withdraw",
    record: { kind: "prospect", id: prospect.id, label: prospect.number },
    from: prospect.status,
    to: "withdrawn",
    touched: [...decision.touchedIds, ...[prospect.leadId, prospect.opportunityId].filter((id) => id !== null)],
    decisionId: decision.id,
  })
  return { number: prospect.number }
}
