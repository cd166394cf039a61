import type { Staff } from "@/lib/identity/actor"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { notify } from "@/lib/platform/notify"
import { approvalMoves, type JudgedApproval, refusalToAnswer, refusalToTakeBack } from "@/lib/sales/approvals/rules"
import { decideAsked } from "./decide-asked"
import { judgeMoves } from "./judge-moves"
import type { ApprovalRef, SendBack } from "./schema"

export type By = Ctx & { actor: Staff }

/** The second person confirms: the decision is made, by them, as the first one asked for it. */
export async function confirmApproval(ctx: By, { approvalId }: ApprovalRef) {
  const { approval, decisionId } = await confirmOne(ctx, approvalId)
  tell(ctx, approval, `Confirmed: ${approvalMoves[approval.move].word}.`)
  return { decisionId, label: approval.label, word: approvalMoves[approval.move].word }
}

/** The second person does not: it goes back to whoever asked, with the reason. */
export async function sendBackApproval(ctx: By, { approvalId, reason }: SendBack) {
  const approval = await sendBackOne(ctx, approvalId, reason)
  tell(ctx, approval, `Sent back: ${reason}`)
  return { label: approval.label }
}

/** Confirms without telling whoever asked. */
export async function confirmOne(ctx: By, approvalId: string): Promise<{ approval: Approval; decisionId: string }> {
  const approval = await openToAnswer(ctx, approvalId)
  await answer(ctx, approvalId, { state: "confirmed" })
  const { decisionId } = await decideAsked(ctx, approval)
  await ctx.tx.approval.update({ where: { id: approvalId }, data: { decisionId } })
  return { approval, decisionId }
}

/** Sends back without telling whoever asked. */
export async function sendBackOne(ctx: By, approvalId: string, reason: string): Promise<Approval> {
  const approval = await openToAnswer(ctx, approvalId)
  await answer(ctx, approvalId, { state: "sent_back", reason })
  audit(ctx, "approval.send_back", approval, reason)
  return approval
}

async function openToAnswer(ctx: By, approvalId: string): Promise<Approval> {
  const approval = await open(ctx, approvalId)
  const [byMove = null] = await judgeMoves(ctx.tx, [approval], ctx.actor)
  insist(refusalToAnswer(approval, ctx.actor, byMove))
  return approval
}

/** Whoever asked thinks better of it. */
export async function takeBackApproval(ctx: By, { approvalId }: ApprovalRef) {
  const approval = await open(ctx, approvalId)
  insist(refusalToTakeBack(approval, ctx.actor))
  await answer(ctx, approvalId, { state: "taken_back" })
  audit(ctx, "approval.take_back", approval, null)
  return { label: approval.label }
}

export type Approval = JudgedApproval & {
  id: string
  label: string
  leadId: string | null
  opportunityId: string | null
  prospectId: string | null
  input: unknown
}

/** The approval, locked until commit: of two who answer at once the second waits here, and reads who was first. */
async function open({ tx }: Ctx, id: string): Promise<Approval> {
  await tx.$executeRaw`select 1 from platform.approval where id = ${id}::uuid for update`
  const approval = await tx.approval.findUnique({ where: { id } })
  if (!approval) throw notFound("approval")
  return approval
}

type Answer = { state: "confirmed" | "taken_back" } | { state: "sent_back"; reason: string }

async function answer({ tx, actor, now }: By, id: string, given: Answer): Promise<void> {
  const { count } = await tx.approval.updateMany({
    where: { id, state: "waiting" },
    data: { ...given, answeredById: actor.id, answeredByName: actor.name, answeredAt: now },
  })
  if (count === 0) throw new AppError("conflict", "Somebody answered this a moment ago. Look at it again.")
}

function recordOf({ move, label, leadId, opportunityId, prospectId }: Approval): RecordRef {
  if ((move === "win" || move === "lose") && opportunityId) return { kind: "opportunity", id: opportunityId, label }
  const isProspect = move === "approve" || move === "reject"
  return leadId && !isProspect ? { kind: "lead", id: leadId, label } : { kind: "prospect", id: prospectId ?? "", label }
}

function audit(ctx: By, move: "approval.send_back" | "approval.take_back", approval: Approval, reason: string | null): void {
  const { leadId, opportunityId, prospectId } = approval
  const touched = [leadId, opportunityId, prospectId].filter((id) => id !== null)
  auditMove(ctx, { move, record: recordOf(approval), to: approvalMoves[approval.move].word, reason, touched })
}

/** Tells whoever asked what came of it. */
export function tell(ctx: By, approval: Approval, text: string): void {
  if (!approval.askedById) return
  notify(ctx, { kind: "approval", subjectId: `${approval.id}:answer`, personId: approval.askedById, record: recordOf(approval), text })
}
