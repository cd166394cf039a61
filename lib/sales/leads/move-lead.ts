import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { overtaken } from "@/lib/platform/overtaken"
import { type LeadStatusReason, leadStatusReasons } from "./rules"

type Moving = { id: string; version: number }
type Facts = Omit<Prisma.LeadUncheckedUpdateManyInput, "state" | "statusReason" | "version" | "closedAt">

/** Locks a lead as it was read, until commit: of two who convert it, the second waits here and is then told who was first. */
export async function claimLead(ctx: Ctx, { id, version }: Moving): Promise<void> {
  const claimed = await ctx.tx.$executeRaw`select 1 from sales.lead where id = ${id}::uuid and version = ${version} for update`
  if (claimed === 0) throw await overtaken(ctx, id)
}

/** Moves a lead to a status, with the facts that belong to the move. The only writer of a lead's status; whoever comes second is told who was first. */
export async function moveLead(ctx: Ctx, { id, version }: Moving, statusReason: LeadStatusReason, facts: Facts): Promise<void> {
  const { state } = leadStatusReasons[statusReason]
  const moved = await ctx.tx.lead.updateMany({
    where: { id, version },
    data: { ...facts, state, statusReason, closedAt: state === "open" ? null : ctx.now, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}
