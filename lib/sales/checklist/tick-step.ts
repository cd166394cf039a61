import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { refusalToEdit } from "../opportunities/rules"
import type { TickStep } from "./schema"

/** Ticks a step for an opportunity, or takes the tick back. Ticked already is as good as ticked now. */
export async function tickStep(ctx: Ctx & { actor: Staff }, { opportunityId, stepId, isDone }: TickStep) {
  const { tx, actor, now } = ctx
  const opportunity = await tx.opportunity.findUnique({
    where: { id: opportunityId },
    select: { topic: true, state: true, ownerId: true, ownerName: true },
  })
  if (!opportunity) throw notFound("opportunity")
  await insistOn(ctx, refusalToEdit(opportunity, actor), opportunityId)
  const step = await tx.checklistStep.findUnique({ where: { id: stepId }, select: { text: true } })
  if (!step) throw notFound("step")
  const { count } = isDone
    ? await tx.checklistTick.createMany({
        data: [{ opportunityId, stepId, at: now, actorId: actor.id, actorName: actor.name }],
        skipDuplicates: true,
      })
    : await tx.checklistTick.deleteMany({ where: { opportunityId, stepId } })
  const record = { kind: "opportunity" as const, id: opportunityId, label: opportunity.topic }
  if (count > 0) auditMove(ctx, { move: isDone ? "step.tick" : "step.untick", record, reason: step.text })
  return { isDone }
}
