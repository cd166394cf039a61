import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { getOpportunityToJudge, setOpenReason } from "./move-opportunity"
import { refusalToHold } from "./rules"
import type { OpportunityRef } from "./schema"

type Reason = "on_hold" | "in_progress"

/** Puts an open opportunity on hold: it stays where it is until somebody resumes it. */
export const holdOpportunity = (ctx: Ctx & { actor: Staff }, { opportunityId }: OpportunityRef) => setReason(ctx, opportunityId, "on_hold")

/** Goes on with an opportunity that is on hold. */
export const resumeOpportunity = (ctx: Ctx & { actor: Staff }, { opportunityId }: OpportunityRef) =>
  setReason(ctx, opportunityId, "in_progress")

async function setReason(ctx: Ctx & { actor: Staff }, id: string, to: Reason) {
  const opportunity = await getOpportunityToJudge(ctx, id)
  await insistOn(ctx, refusalToHold(opportunity, ctx.actor, to), id)
  await setOpenReason(ctx, opportunity, to)
  const from = opportunity.statusReason
  auditMove(ctx, {
    move: to === "on_hold" ? "opportunity.hold" : "opportunity.resume",
    record: { kind: "opportunity", id, label: opportunity.topic },
    from,
    to,
    changes: [{ field: "status", from, to }],
  })
  return { statusReason: to }
}
