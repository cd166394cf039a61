import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { getOpportunityToJudge } from "@/lib/sales/opportunities/move-opportunity"
import { closeAsLost, closeAsWon } from "../close-opportunity"
import { approveProspect, rejectProspect } from "../decide-in-commerce"
import type { DeciderCtx } from "../decider"
import { disqualifyLead } from "../disqualify-lead"
import { runningMaps } from "../maps"
import { qualifyLead } from "../qualify-lead"
import type { ApproveProspect, CloseAsLost, CloseAsWon, DisqualifyLead, QualifyLead, RejectProspect } from "../schema"
import { type Asking, askApproval } from "./ask-approval"
import { type Guarded, guardedApproval, guardedClose, guardedRejection } from "./guarded"
import { findGuard } from "./insist-on-second"

/** What came of a command: the decision; or that a second person was asked, and because of which policy. */
export type DecidedOrAsked = { decisionId: string | null; hierarchyNumber: string | null; asked: string | null }

type Subject = Omit<Asking, "guard" | "move" | "input"> & { guarded: Guarded }
type Decided = { decisionId: string; hierarchyNumber?: string | null }

/** A decision as its door makes it: at once, or where a policy wants two people, as a request to a second one. */
function orAsk<Input extends object, Ctx extends DeciderCtx>(
  move: Asking["move"],
  subjectOf: (ctx: Ctx, input: Input) => Promise<Subject>,
  decide: (ctx: Ctx, input: Input) => Promise<Decided>,
) {
  return async (ctx: Ctx, input: Input): Promise<DecidedOrAsked> => {
    const { guarded, ...subject } = await subjectOf(ctx, input)
    const found = await findGuard(ctx, guarded)
    if (found) {
      const { guard } = found
      const about = { leadId: found.leadId ?? subject.leadId, prospectId: subject.prospectId ?? found.prospectId }
      await askApproval(ctx, { ...subject, ...about, move, guard, input }, (inner) => decide(inner as Ctx, input))
      return { decisionId: null, hierarchyNumber: null, asked: `Policy “${guard.name}” wants a second person to confirm it.` }
    }
    const { decisionId, hierarchyNumber = null } = await decide(ctx, input)
    return { decisionId, hierarchyNumber, asked: null }
  }
}

async function leadSubject({ tx }: DeciderCtx, leadId: string, move: "qualify" | "disqualify"): Promise<Subject> {
  const lead = await getLeadToJudge(tx, leadId)
  const record = { kind: "lead" as const, id: lead.id, label: lead.companyName }
  const isDecided = move === "disqualify" && (await runningMaps(tx)).has("opportunities_prospects")
  const prospects = { move: "reject" as const, ids: isDecided && lead.prospectId ? [lead.prospectId] : [] }
  return { record, leadId, opportunityId: null, prospectId: lead.prospectId, guarded: { moves: [move], leadIds: [leadId], prospects } }
}

async function prospectSubject(ctx: DeciderCtx, prospectId: string, guard: typeof guardedApproval): Promise<Subject> {
  const prospect = await getProspectToJudge(ctx, prospectId)
  const record = { kind: "prospect" as const, id: prospect.id, label: prospect.number }
  const { leadId, opportunityId } = prospect
  return { record, leadId, opportunityId, prospectId, guarded: await guard(ctx.tx, prospect) }
}

async function dealSubject(ctx: DeciderCtx, opportunityId: string, move: "win" | "lose"): Promise<Subject> {
  const { topic, originatingLeadId, prospectId } = await getOpportunityToJudge(ctx, opportunityId)
  const guarded = await guardedClose(ctx.tx, { id: opportunityId, originatingLeadId }, move)
  return { record: { kind: "opportunity", id: opportunityId, label: topic }, leadId: originatingLeadId, opportunityId, prospectId, guarded }
}

export const qualifyOrAsk = orAsk("qualify", (ctx, { leadId }: QualifyLead) => leadSubject(ctx, leadId, "qualify"), qualifyLead)

export const disqualifyOrAsk = orAsk(
  "disqualify",
  (ctx, { leadId }: DisqualifyLead) => leadSubject(ctx, leadId, "disqualify"),
  disqualifyLead,
)

export const winOrAsk = orAsk("win", (ctx, { opportunityId }: CloseAsWon) => dealSubject(ctx, opportunityId, "win"), closeAsWon)

export const loseOrAsk = orAsk("lose", (ctx, { opportunityId }: CloseAsLost) => dealSubject(ctx, opportunityId, "lose"), closeAsLost)

export const approveOrAsk = orAsk(
  "approve",
  (ctx, { prospectId }: ApproveProspect) => prospectSubject(ctx, prospectId, guardedApproval),
  approveProspect,
)

export const rejectOrAsk = orAsk(
  "reject",
  (ctx, { prospectId }: RejectProspect) => prospectSubject(ctx, prospectId, guardedRejection),
  rejectProspect,
)
