import type { z } from "zod"
import { AppError } from "@/lib/platform/errors"
import type { ApproveAsked } from "@/lib/sync/approvals/decide-asked"
import {
  claimToDecide,
  type Decided,
  type Found,
  guardsToDecide,
  refusalToDecide,
  type ToDecide,
  type Verdict,
} from "@/lib/sync/prospect-decisions/to-decide"
import type { RejectProspect } from "@/lib/sync/schema"
import type { Performed, RunItem, RunJob, StaffCtx } from "../run-job"
import { idsOf, sortOut } from "../sort-out"
import { isToAsk, performAsks } from "./second-person"

/** What was typed once for all prospects of a run, or the fields that are wrong. */
export function checkedWords<Shape extends z.ZodType<object>>(shape: Shape, typed: Record<string, string>): z.output<Shape> {
  const { data, error } = shape.safeParse(typed)
  if (data) return data
  const fields = Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))
  throw new AppError("invalid", error?.issues[0]?.message ?? "Look at the fields again.", { fields })
}

/** About what a decision about some prospects may wait. */
export const aboutOf = (some: readonly ToDecide[]) => ({
  leadIds: some.flatMap(({ lead }) => lead?.id ?? []),
  prospectIds: some.map(({ prospect }) => prospect.id),
})

export type FitProspect = { item: RunItem; one: ToDecide }

type Decide = {
  verdict: Verdict
  /** Decides those that one person decides. */
  decide: (fit: readonly FitProspect[]) => Promise<Decided[]>
  /** What a second person is asked for. */
  ask: (fit: FitProspect) => Promise<{ move: "approve"; input: ApproveAsked } | { move: "reject"; input: RejectProspect }>
}

/** Decides the prospects of a batch that stand as they were looked at, has a second person asked where that was confirmed, and tells the others why they were left. */
export async function performDecisions(
  ctx: StaffCtx,
  run: RunJob,
  items: readonly RunItem[],
  { verdict, decide, ask }: Decide,
): Promise<Performed[]> {
  const claimed = await claimToDecide(ctx, idsOf(items))
  const rows = claimed.map((one) => ({ id: one.prospect.id, version: one.prospect.version, one }))
  const { fit, unfit } = await sortOut(ctx.tx, items, rows, ({ one }) => refusalToDecide(verdict, one, ctx.actor.staffRole))
  const toAsk = fit.filter(({ item }) => isToAsk(item.choice))
  const guards = await guardsToDecide(
    ctx.tx,
    verdict,
    toAsk.map(({ row }) => row.one),
    ctx.now,
  )
  // Where no policy wants a second person any more, it is decided.
  const alone = fit.filter(({ row }) => !guards.has(row.id))
  const decided = await decide(alone.map(({ item, row }) => ({ item, one: row.one })))
  const outcomes = new Map(decided.map((outcome) => [outcome.prospectId, outcome]))
  const done = alone.map(({ item: { place }, row: { id, one } }): Performed => {
    const outcome = outcomes.get(id)
    if (outcome?.decisionId) return { place, result: "done", decisionId: outcome.decisionId, ownerId: one.prospect.ownerId }
    return { place, result: "skipped", why: outcome?.refusal?.message ?? "Changed meanwhile." }
  })
  const asked = []
  for (const { item, row } of toAsk) {
    const found = guards.get(row.id)
    if (found) asked.push({ item, ...subjectOf(row.one, found), ...(await ask({ item, one: row.one })) })
  }
  return [...unfit, ...done, ...(await performAsks(ctx, run, asked))]
}

/** A prospect as what a second person is asked about. */
const subjectOf = ({ prospect: { id, number, leadId, opportunityId } }: ToDecide, { guard, leadId: guardedLead }: Found) => ({
  record: { kind: "prospect" as const, id, label: number },
  ...{ guard, leadId: guardedLead ?? leadId, opportunityId, prospectId: id },
})
