import type { z } from "zod"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { claimToDecide, type Decided, type ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import type { Performed, RunItem, StaffCtx } from "../run-job"
import { sortOut } from "../sort-out"

/** What was typed once for all prospects of a run, or the fields that are wrong. */
export function checkedWords<Shape extends z.ZodType<object>>(shape: Shape, typed: Record<string, string>): z.output<Shape> {
  const { data, error } = shape.safeParse(typed)
  if (data) return data
  const fields = Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))
  throw new AppError("invalid", error?.issues[0]?.message ?? "Look at the fields again.", { fields })
}

export type FitProspect = { item: RunItem; one: ToDecide }

/** Decides the prospects of a batch that stand as they were looked at, and tells the others why they were left. */
export async function performDecisions(
  ctx: StaffCtx,
  items: readonly RunItem[],
  refusal: (one: ToDecide) => Refusal | null,
  decide: (fit: readonly FitProspect[]) => Promise<Decided[]>,
): Promise<Performed[]> {
  const claimed = await claimToDecide(
    ctx,
    items.map(({ recordId }) => recordId),
  )
  const rows = claimed.map((one) => ({ id: one.prospect.id, version: one.prospect.version, one }))
  const { fit, unfit } = await sortOut(ctx.tx, items, rows, ({ one }) => refusal(one))
  const decided = await decide(fit.map(({ item, row }) => ({ item, one: row.one })))
  const outcomes = new Map(decided.map((outcome) => [outcome.prospectId, outcome]))
  const done = fit.map(({ item: { place }, row: { id, one } }): Performed => {
    const outcome = outcomes.get(id)
    if (outcome?.decisionId) return { place, result: "done", decisionId: outcome.decisionId, ownerId: one.prospect.ownerId }
    return { place, result: "skipped", why: outcome?.refusal?.message ?? "Changed meanwhile." }
  })
  return [...unfit, ...done]
}
