import { insist } from "@/lib/platform/errors"
import type { ApprovalMove } from "@/lib/sales/approvals/rules"
import { closeAsLost, closeAsWon } from "../close-opportunity"
import { approveProspect, rejectProspect } from "../decide-in-commerce"
import type { DeciderCtx } from "../decider"
import { disqualifyLead } from "../disqualify-lead"
import { type ApproveChoice, approveProspects } from "../prospect-decisions/approve-prospects"
import { claimToDecide } from "../prospect-decisions/to-decide"
import { qualifyLead } from "../qualify-lead"
import type { ApproveProspect, CloseAsLost, CloseAsWon, DisqualifyLead, QualifyLead, RejectProspect } from "../schema"

/** An approval as it is asked for: alone, or by a run that has chosen what it becomes. */
export type ApproveAsked = ApproveProspect & { chosen?: ApproveChoice }

/** Each decision that a second person is asked for, by its command. What was asked for is kept as JSON, and comes back from there. */
export const askedMoves: Record<ApprovalMove, (ctx: DeciderCtx, input: unknown) => Promise<{ decisionId: string }>> = {
  qualify: (ctx, input) => qualifyLead(ctx, { ...(input as QualifyLead), version: null, seenAt: null }),
  disqualify: (ctx, input) => disqualifyLead(ctx, input as DisqualifyLead),
  win: (ctx, input) => closeAsWon(ctx, dated(input as CloseAsWon)),
  lose: (ctx, input) => closeAsLost(ctx, dated(input as CloseAsLost)),
  approve: (ctx, input) => approveAsked(ctx, input as ApproveAsked),
  reject: (ctx, input) => rejectProspect(ctx, input as RejectProspect),
}

/** JSON knows no dates. */
const dated = <Close extends { closeDate: Date }>(input: Close): Close => ({ ...input, closeDate: new Date(input.closeDate) })

async function approveAsked(ctx: DeciderCtx, { chosen, ...input }: ApproveAsked): Promise<{ decisionId: string }> {
  const [one] = chosen ? await claimToDecide(ctx, [input.prospectId]) : []
  if (!chosen || !one) return approveProspect(ctx, input)
  const [decided] = await approveProspects(ctx, [{ ...one, ...chosen }], input)
  if (!decided?.decisionId) insist(decided?.refusal ?? { code: "not_found", message: "It is not there any more." })
  return { decisionId: decided?.decisionId ?? "" }
}

type Asked = { id: string; move: ApprovalMove; askedById: string | null; askedByName: string; input: unknown }

/** What was asked for, done as it was asked. What the lead says may have changed since; whoever confirms looks at what it says now. */
export const decideAsked = (ctx: DeciderCtx, { id, move, askedById, askedByName, input }: Asked): Promise<{ decisionId: string }> =>
  askedMoves[move]({ ...ctx, approval: { id, askedById, askedBy: askedByName } }, input)
