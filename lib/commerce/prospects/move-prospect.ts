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

/** Prospects, locked until commit in one order for everybody, for a command that is about to judge and move many. */
export async function claimProspects({ tx }: Pick<Ctx, "tx">, ids: readonly string[]): Promise<Map<string, ProspectToJudge>> {
  if (ids.length === 0) return new Map()
  await tx.$executeRaw`select 1 from commerce.prospect where id = any(${[...ids]}::uuid[]) order by id for update`
  const rows = await tx.prospect.findMany({ where: { id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, row]))
}

type Refused = { reason: string; noteToApplicant: string | null; salesStage: string | null }

/** Rejects claimed prospects with the same words, all of them in one statement. */
export async function rejectClaimed(ctx: Ctx, prospects: readonly { id: string; version: number }[], words: Refused): Promise<void> {
  if (prospects.length === 0) return
  const { count } = await ctx.tx.prospect.updateMany({
    where: { OR: prospects.map(({ id, version }) => ({ id, version })) },
    data: {
      status: "rejected",
      decidedAt: ctx.now,
      decidedById: ctx.actor.id,
      decidedByName: ctx.actor.name,
      decisionReason: words.reason,
      noteToApplicant: words.noteToApplicant,
      salesStage: words.salesStage,
      version: { increment: 1 },
    },
  })
  if (count !== prospects.length) throw await overtaken(ctx, prospects[0]?.id ?? "")
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
