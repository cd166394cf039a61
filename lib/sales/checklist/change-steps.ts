import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { MoveName } from "@/lib/platform/move-words"
import { stages } from "../opportunities/rules"
import type { AddStep, EditStep, MoveStep, StepRef } from "./schema"

type Worker = Ctx & { actor: Staff }

/** One at a time changes the list, so that two who move steps do not end with one place twice, and nobody rewords or removes one that is gone. */
const lockSteps = ({ tx }: Ctx) => tx.$executeRaw`select 1 from sales.checklist_step where removed_at is null order by id for update`

async function standing({ tx }: Ctx, stepId: string) {
  const step = await tx.checklistStep.findFirst({
    where: { id: stepId, removedAt: null },
    select: { id: true, stage: true, position: true, text: true },
  })
  if (!step) throw notFound("step")
  return step
}

const note = (ctx: Ctx, move: MoveName, id: string, label: string, from: string | null, to: string | null) =>
  auditMove(ctx, { move, record: { kind: "step", id, label }, from, to })

/** Puts a step at the end of a stage's list. */
export async function addStep(ctx: Worker, { stage, text }: AddStep) {
  await lockSteps(ctx)
  const last = await ctx.tx.checklistStep.aggregate({ where: { stage }, _max: { position: true } })
  const id = newId()
  await ctx.tx.checklistStep.create({ data: { id, stage, text, position: (last._max.position ?? 0) + 1 } })
  note(ctx, "step.add", id, text, null, stages[stage].word)
  return { stepId: id }
}

/** Rewords a step; who ticked it stays. */
export async function editStep(ctx: Worker, { stepId, text }: EditStep) {
  await lockSteps(ctx)
  const step = await standing(ctx, stepId)
  if (step.text === text) return { stepId }
  await ctx.tx.checklistStep.update({ where: { id: stepId }, data: { text, version: { increment: 1 } } })
  note(ctx, "step.edit", stepId, text, step.text, text)
  return { stepId }
}

/** Takes a step off the list; where it was ticked it is still shown. */
export async function removeStep(ctx: Worker, { stepId }: StepRef) {
  await lockSteps(ctx)
  const step = await standing(ctx, stepId)
  await ctx.tx.checklistStep.update({ where: { id: stepId }, data: { removedAt: ctx.now, version: { increment: 1 } } })
  note(ctx, "step.remove", stepId, step.text, stages[step.stage].word, null)
  return { stepId }
}

/** Moves a step one place up or down within its stage; at the end of the list it stays where it is. */
export async function moveStep(ctx: Worker, { stepId, to }: MoveStep) {
  await lockSteps(ctx)
  const step = await standing(ctx, stepId)
  const beyond = to === "up" ? { lt: step.position } : { gt: step.position }
  const other = await ctx.tx.checklistStep.findFirst({
    where: { stage: step.stage, removedAt: null, position: beyond },
    orderBy: { position: to === "up" ? "desc" : "asc" },
    select: { id: true, position: true },
  })
  if (!other) return { stepId }
  await ctx.tx.checklistStep.update({ where: { id: step.id }, data: { position: other.position } })
  await ctx.tx.checklistStep.update({ where: { id: other.id }, data: { position: step.position } })
  note(ctx, "step.move", stepId, step.text, null, null)
  return { stepId }
}
