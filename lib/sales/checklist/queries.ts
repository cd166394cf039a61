import { db } from "@/lib/platform/db"
import type { Stage } from "../opportunities/rules"

export type Step = { id: string; stage: Stage; text: string }
export type TickedStep = Step & { done: { by: string; at: Date } | null }

/** The steps that are expected now, in their order. */
export async function listSteps(): Promise<Step[]> {
  return db.checklistStep.findMany({
    where: { removedAt: null },
    orderBy: [{ stage: "asc" }, { position: "asc" }],
    select: { id: true, stage: true, text: true },
  })
}

/** The checklist of an opportunity: what is expected now, and what was ticked before it was taken off the list. */
export async function getChecklist(opportunityId: string): Promise<TickedStep[]> {
  const steps = await db.checklistStep.findMany({
    where: { OR: [{ removedAt: null }, { ticks: { some: { opportunityId } } }] },
    orderBy: [{ stage: "asc" }, { position: "asc" }],
    select: { id: true, stage: true, text: true, ticks: { where: { opportunityId }, select: { actorName: true, at: true } } },
  })
  return steps.map(({ ticks: [tick], ...step }) => ({ ...step, done: tick ? { by: tick.actorName, at: tick.at } : null }))
}
