import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import type { ApprovalMove } from "@/lib/sales/approvals/rules"
import { closeAsLost, closeAsWon } from "../close-opportunity"
import { approveProspect, rejectProspect } from "../decide-in-commerce"
import { disqualifyLead } from "../disqualify-lead"
import { qualifyLead } from "../qualify-lead"
import type { ApproveProspect, CloseAsLost, CloseAsWon, DisqualifyLead, QualifyLead, RejectProspect } from "../schema"

type By = Ctx & { actor: Staff }

const decide: Record<ApprovalMove, (ctx: By, input: unknown) => Promise<{ decisionId: string }>> = {
  qualify: (ctx, input) => qualifyLead(ctx, { ...(input as QualifyLead), version: null, seenAt: null }),
  disqualify: (ctx, input) => disqualifyLead(ctx, input as DisqualifyLead),
  win: (ctx, input) => closeAsWon(ctx, dated(input as CloseAsWon)),
  lose: (ctx, input) => closeAsLost(ctx, dated(input as CloseAsLost)),
  approve: (ctx, input) => approveProspect(ctx, input as ApproveProspect),
  reject: (ctx, input) => rejectProspect(ctx, input as RejectProspect),
}

/** What was asked for is kept as JSON, which knows no dates. */
const dated = <Close extends { closeDate: Date }>(input: Close): Close => ({ ...input, closeDate: new Date(input.closeDate) })

type Asked = { id: string; move: ApprovalMove; askedById: string | null; askedByName: string; input: unknown }

/** What was asked for, done as it was asked. What the lead says may have changed since; whoever confirms looks at what it says now. */
export const decideAsked = (ctx: By, { id, move, askedById, askedByName, input }: Asked): Promise<{ decisionId: string }> =>
  decide[move]({ ...ctx, approval: { id, askedById, askedBy: askedByName } }, input)
