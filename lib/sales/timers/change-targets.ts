import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { listTargets } from "./list-targets"
import { refusalToRemoveTarget } from "./rules"
import { sweepTimers } from "./sweep-timers"
import type { AddTarget, EditTarget, MoveTarget, TargetRef } from "./target-schema"
import { targetText, targetTitle } from "./target-words"
import { isForAll, type Target } from "./targets"

type Worker = Ctx & { actor: Staff }

/** The targets, locked until commit: one at a time changes them. */
async function standing({ tx }: Ctx): Promise<Target[]> {
  await tx.$executeRaw`select 1 from sales.timer_target order by id for update`
  return listTargets(tx)
}

function find(all: readonly Target[], targetId: string): Target {
  const target = all.find(({ id }) => id === targetId)
  if (!target) throw notFound("target")
  return target
}

async function insistOnCalendar({ tx }: Ctx, calendarId: string | null): Promise<void> {
  if (calendarId && (await tx.businessCalendar.count({ where: { id: calendarId } })) === 0)
    throw new AppError("invalid", "Choose hours that exist.", { fields: { calendarId: "Choose business hours" } })
}

/** Two that are for the same leads: the second would never be asked. */
function insistOnOther(all: readonly Target[], { rating, source }: Pick<Target, "rating" | "source">, own: string | null): void {
  if (all.some((other) => other.id !== own && other.rating === rating && other.source === source))
    throw new AppError("invalid", "There is a target for these leads.", { fields: { rating: "There is a target for these leads" } })
}

const ref = (target: Pick<Target, "id" | "rating" | "source">) => ({ kind: "target" as const, id: target.id, label: targetTitle(target) })

/** Adds a target for some leads, asked after those that stand already. */
export async function addTarget(ctx: Worker, input: AddTarget) {
  const all = await standing(ctx)
  await insistOnCalendar(ctx, input.calendarId)
  if (input.rating === null && input.source === null)
    throw new AppError("invalid", "Choose a rating or a source.", { fields: { rating: "Choose a rating, a source, or both" } })
  insistOnOther(all, input, null)
  const id = newId()
  const { _max } = await ctx.tx.timerTarget.aggregate({ _max: { position: true } })
  await ctx.tx.timerTarget.create({ data: { ...input, id, position: (_max.position ?? 0) + 1 } })
  await sweepTimers(ctx)
  auditMove(ctx, { move: "target.add", record: ref({ id, ...input }), to: targetText(input) })
  return { targetId: id }
}

/** Changes how soon some leads are answered and decided. Every clock is read anew in the background. */
export async function editTarget(ctx: Worker, { targetId, version, ...input }: EditTarget) {
  const all = await standing(ctx)
  const target = find(all, targetId)
  if (target.version !== version) throw await overtaken(ctx, targetId)
  await insistOnCalendar(ctx, input.calendarId)
  const conditions = isForAll(target) ? { rating: null, source: null } : { rating: input.rating, source: input.source }
  if (!isForAll(target) && conditions.rating === null && conditions.source === null)
    throw new AppError("invalid", "Choose a rating or a source.", { fields: { rating: "Choose a rating, a source, or both" } })
  insistOnOther(all, conditions, targetId)
  await ctx.tx.timerTarget.update({ where: { id: targetId }, data: { ...input, ...conditions, version: { increment: 1 } } })
  await sweepTimers(ctx)
  auditMove(ctx, { move: "target.edit", record: ref({ id: targetId, ...conditions }), from: targetText(target), to: targetText(input) })
  return { targetId }
}

/** Moves a target one place up or down; the one for every lead stays the last. */
export async function moveTarget(ctx: Worker, { targetId, to }: MoveTarget) {
  const all = (await standing(ctx)).filter((target) => !isForAll(target))
  const at = all.findIndex(({ id }) => id === targetId)
  const target = find(all, targetId)
  const other = all[to === "up" ? at - 1 : at + 1]
  if (!other) return { targetId }
  const order = all.map(({ id }) => (id === target.id ? other.id : id === other.id ? target.id : id))
  for (const [position, id] of order.entries()) await ctx.tx.timerTarget.update({ where: { id }, data: { position } })
  await sweepTimers(ctx)
  auditMove(ctx, { move: "target.move", record: ref(target) })
  return { targetId }
}

/** Takes a target away; its leads fall to the next one that fits. */
export async function removeTarget(ctx: Worker, { targetId }: TargetRef) {
  const target = find(await standing(ctx), targetId)
  insist(refusalToRemoveTarget(target))
  await ctx.tx.timerTarget.delete({ where: { id: targetId } })
  await sweepTimers(ctx)
  auditMove(ctx, { move: "target.remove", record: ref(target), from: targetText(target) })
  return { targetId }
}
