import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { overtaken } from "@/lib/platform/overtaken"
import { type LeadStatusReason, leadStatusReasons } from "./rules"

type Moving = { id: string; version: number }
type Facts = Omit<Prisma.LeadUncheckedUpdateManyInput, "state" | "statusReason" | "version" | "closedAt">

/** Moves a lead to a status, with the facts that belong to the move. The only writer of a lead's status; whoever comes second is told who was first. */
export async function moveLead(ctx: Ctx, { id, version }: Moving, statusReason: LeadStatusReason, facts: Facts): Promise<void> {
  const { state } = leadStatusReasons[statusReason]
  const moved = await ctx.tx.lead.updateMany({
    where: { id, version },
    data: { ...facts, state, statusReason, closedAt: state === "open" ? null : ctx.now, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}
