import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { noteDualWrite } from "./dual-write"
import { noteSalesStage } from "./link-prospect"
import { runningMaps } from "./maps"

type Linked = { prospectId: string | null; prospectNumber: string | null }

/** Tells a prospect how far Sales is, while the map of decisions runs. */
export async function tellSalesStage(ctx: Ctx, source: RecordRef, { prospectId, prospectNumber }: Linked, stage: string): Promise<void> {
  if (!prospectId || !(await runningMaps(ctx.tx)).has("opportunities_prospects")) return
  await noteSalesStage(ctx, prospectId, stage)
  const target = { kind: "prospect" as const, id: prospectId, label: prospectNumber ?? "" }
  noteDualWrite(ctx, { map: "opportunities_prospects", operation: "update", source, target, aggregateId: prospectId })
}
