import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import type { ProspectStatus } from "./rules"

/** The whole prospect, for a command that is about to judge and move it. */
export async function getProspectToJudge({ tx }: Pick<Ctx, "tx">, prospectId: string) {
  const prospect = await tx.prospect.findUnique({ where: { id: prospectId } })
  if (!prospect) throw notFound("prospect")
  return prospect
}

export type ProspectToJudge = Awaited<ReturnType<typeof getProspectToJudge>>

type Facts = Omit<Prisma.ProspectUncheckedUpdateManyInput, "status" | "version" | "decidedAt" | "decidedById" | "decidedByName">

/** Moves a prospect to a status, and says who decided. The only writer of a prospect's status; whoever comes second is told who was first. */
export async function moveProspect(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  status: ProspectStatus,
  facts: Facts,
): Promise<void> {
  const decided =
    status === "pending"
      ? { decidedAt: null, decidedById: null, decidedByName: null, decisionReason: null, noteToApplicant: null }
      : { decidedAt: ctx.now, decidedById: ctx.actor.id, decidedByName: ctx.actor.name }
  const moved = await ctx.tx.prospect.updateMany({
    where: { id, version },
    data: { ...decided, ...facts, status, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}

/** What a decision may have to put back. */
export const beforeDecision = (prospect: ProspectToJudge) => ({
  status: prospect.status,
  decidedAt: prospect.decidedAt,
  decidedById: prospect.decidedById,
  decidedByName: prospect.decidedByName,
  decisionReason: prospect.decisionReason,
  noteToApplicant: prospect.noteToApplicant,
  organizationId: prospect.organizationId,
  requestorId: prospect.requestorId,
  hierarchyId: prospect.hierarchyId,
  salesStage: prospect.salesStage,
  opportunityId: prospect.opportunityId,
})
