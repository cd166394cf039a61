import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import type { Ctx } from "@/lib/platform/context"
import { overtaken } from "@/lib/platform/overtaken"
import type { Decision } from "./decision"

type Links = { organizationId: string | null; requestorId: string | null; opportunityId: string | null; salesStage: string }

/** Tells a prospect of its counterparts and how far Sales is, as part of a decision. */
export async function linkProspect(ctx: Ctx, decision: Decision, prospectId: string, links: Links): Promise<void> {
  const { version, number, ...prospect } = await getProspectToJudge(ctx, prospectId)
  const linked = await ctx.tx.prospect.updateMany({ where: { id: prospectId, version }, data: { ...links, version: { increment: 1 } } })
  if (linked.count === 0) throw await overtaken(ctx, prospectId)
  const { organizationId, requestorId, opportunityId, salesStage } = prospect
  decision.changed(
    "prospect",
    { kind: "prospect", id: prospectId, label: number, version },
    { organizationId, requestorId, opportunityId, salesStage },
    `Prospect ${number}`,
    "linked",
  )
}

/** Notes on a prospect how far Sales is; a plain note, not a move. */
export async function noteSalesStage({ tx }: Ctx, prospectId: string, salesStage: string): Promise<void> {
  await tx.prospect.updateMany({ where: { id: prospectId }, data: { salesStage } })
}
