import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { noteDualWrite } from "./dual-write"
import { noteSalesStage } from "./link-prospect"
import { runningMaps } from "./maps"

type Linked = { prospectId: string | null; prospectNumber: string | null }

/** Tells the prospects of some leads how far Sales is, while the map of decisions runs. */
export async function tellSalesStage(ctx: Ctx, source: RecordRef, leads: readonly Linked[], stage: string): Promise<void> {
  const prospects = leads.flatMap(({ prospectId, prospectNumber }) => (prospectId ? [{ id: prospectId, label: prospectNumber ?? "" }] : []))
  if (prospects.length === 0 || !(await runningMaps(ctx.tx)).has("opportunities_prospects")) return
  await noteSalesStage(
    ctx,
    prospects.map(({ id }) => id),
    stage,
  )
  for (const prospect of prospects) {
    const target = { kind: "prospect" as const, ...prospect }
    noteDualWrite(ctx, { map: "opportunities_prospects", operation: "update", source, target, aggregateId: prospect.id })
  }
}
