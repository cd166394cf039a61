import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { type OpportunityStatusReason, opportunityStatusReasons, type Stage } from "./rules"

/** The whole opportunity, with the names that people know it by, for a command that is about to judge and move it. */
export async function getOpportunityToJudge({ tx }: Pick<Ctx, "tx">, opportunityId: string) {
  const opportunity = await tx.opportunity.findUnique({
    where: { id: opportunityId },
    include: {
      account: { select: { id: true, name: true, customerId: true } },
      contact: { select: { id: true, firstName: true, lastName: true, customerId: true } },
    },
  })
  if (!opportunity) throw notFound("opportunity")
  return opportunity
}

export type OpportunityToJudge = Awaited<ReturnType<typeof getOpportunityToJudge>>

/** Moves an opportunity to a status; one that opens again goes on at `stage`, one that closes is at Close. The only writer of an opportunity's status; whoever comes second is told who was first. */
export async function moveOpportunity(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  statusReason: OpportunityStatusReason,
  stage: Stage = "develop",
): Promise<void> {
  const { state } = opportunityStatusReasons[statusReason]
  const isOpen = state === "open"
  const moved = await ctx.tx.opportunity.updateMany({
    where: { id, version },
    data: {
      state,
      statusReason,
      closedAt: isOpen ? null : ctx.now,
      stage: isOpen ? stage : "close",
      stageEnteredAt: ctx.now,
      version: { increment: 1 },
    },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}

type Staged = { id: string; version: number; stageEnteredAt: Date }

/**
 * Brings an open opportunity to a stage; its days there begin. Whoever comes after another began no earlier than that one, even where they asked before:
 * a visit that began later would be taken for one that an undo took back.
 */
export async function enterStage(ctx: Ctx, { id, version, stageEnteredAt }: Staged, stage: Stage): Promise<void> {
  const since = new Date(Math.max(ctx.now.getTime(), stageEnteredAt.getTime() + 1))
  const moved = await ctx.tx.opportunity.updateMany({
    where: { id, version, state: "open" },
    data: { stage, stageEnteredAt: since, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}

/** Puts an open opportunity on hold, or goes on with it; its stage stays. */
export async function setOpenReason(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  statusReason: "in_progress" | "on_hold",
): Promise<void> {
  const moved = await ctx.tx.opportunity.updateMany({
    where: { id, version, state: "open" },
    data: { statusReason, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}

/** How it was closed. `actualRevenue` is in the opportunity's currency; `closeDate` is a day. */
export type Close = {
  statusReason: Exclude<OpportunityStatusReason, "in_progress" | "on_hold">
  actualRevenue: number | null
  closeDate: Date
  competitor: string | null
  description: string | null
}

/** Closes an opportunity and leaves its immutable close record. */
export async function closeOpportunity(
  ctx: Ctx,
  opportunity: { id: string; version: number; currency: string },
  close: Close,
  decisionId: string,
): Promise<void> {
  await moveOpportunity(ctx, opportunity, close.statusReason)
  const { state: outcome } = opportunityStatusReasons[close.statusReason]
  await ctx.tx.opportunityClose.createMany({
    data: [
      {
        ...close,
        id: newId(),
        opportunityId: opportunity.id,
        outcome,
        currency: opportunity.currency,
        actorId: ctx.actor.id,
        actorName: ctx.actor.name,
        at: ctx.now,
        decisionId,
      },
    ],
  })
}
