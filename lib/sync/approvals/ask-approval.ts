import { may, type Permission, staffRoles } from "@/lib/identity/permissions"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { type Notice, notify } from "@/lib/platform/notify"
import { attempt } from "@/lib/platform/savepoint"
import { type ApprovalMove, approvalMoves, waitingWords } from "@/lib/sales/approvals/rules"
import type { Guard } from "@/lib/sales/policies/second-person"
import type { Prisma } from "@/prisma/generated/client"
import type { DeciderCtx } from "../decider"

export type Asking = {
  move: ApprovalMove
  guard: Guard
  /** The record on which it was asked. */
  record: RecordRef
  leadId: string | null
  opportunityId: string | null
  prospectId: string | null
  input: object
  /** Nobody is told by the bell: the caller tells of many at once. */
  isQuiet?: boolean
}

/** Who is told by the bell: those who may decide anybody's. A seller who may confirm finds it on the record and in the list. */
const tellsThoseWho: Record<ApprovalMove, Permission> = {
  qualify: "sales:work-any",
  disqualify: "sales:work-any",
  win: "sales:work-any",
  lose: "sales:work-any",
  approve: "prospect:approve",
  reject: "prospect:reject",
}
const mostTold = 50

/**
 * Asks for a second person where a policy wants one. The decision is tried first and nothing of it kept, so that nobody is asked for what would be refused.
 * Of two who ask at once the second is told of the first.
 */
export async function askApproval(ctx: DeciderCtx, asking: Asking, decide: (inner: DeciderCtx) => Promise<unknown>): Promise<string> {
  const { tx, now, actor } = ctx
  const { move, guard, record, leadId, opportunityId, prospectId, input, isQuiet = false } = asking
  const about = [leadId && { leadId }, prospectId && { prospectId }].filter((one) => one !== null && one !== "")
  const waiting = await tx.approval.findFirst({ where: { OR: about, state: "waiting" }, select: { askedByName: true, move: true } })
  if (waiting) throw new AppError("conflict", waitingWords(waiting))
  const id = newId()
  const { refused } = await attempt({ ...ctx, approval: { id, askedById: actor.id, askedBy: actor.name } }, decide, { isTrial: true })
  if (refused) throw refused
  await tx.approval.create({
    data: {
      ...{ id, move, leadId, opportunityId, prospectId, label: record.label },
      input: JSON.parse(JSON.stringify(input)) as Prisma.InputJsonValue,
      ...{ ruleId: guard.ruleId, ruleName: guard.name, ruleVersion: guard.version },
      ...{ askedById: actor.id, askedByName: actor.name, askedAt: now },
    },
  })
  auditMove(ctx, {
    move: "approval.ask",
    record,
    to: approvalMoves[move].word,
    reason: `Policy “${guard.name}”, version ${guard.version}, wants a second person.`,
    touched: [leadId, opportunityId, prospectId].filter((one) => one !== null),
  })
  if (!isQuiet) await tellSecondPeople(ctx, move, { subjectId: id, record, text: `${approvalMoves[move].word} waits for a second person.` })
  return id
}

/** Tells those who may decide anybody's that something waits for one of them; about one subject once. */
export async function tellSecondPeople(
  ctx: DeciderCtx,
  move: ApprovalMove,
  told: Pick<Notice, "subjectId" | "record" | "text">,
): Promise<void> {
  const who = await ctx.tx.person.findMany({
    where: { staffRole: { in: staffRoles.filter((role) => may(role, tellsThoseWho[move])) }, disabledAt: null },
    take: mostTold,
    select: { id: true },
  })
  for (const { id: personId } of who) notify(ctx, { kind: "approval", personId, ...told })
}
