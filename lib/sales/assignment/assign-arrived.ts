import type { Ctx } from "@/lib/platform/context"
import { assignByRules } from "./assign-by-rules"

/** Leads came in: those without an owner are given to somebody, where assignment rules hold. */
export async function assignArrived(ctx: Ctx, { leadIds }: { leadIds: string[] }): Promise<void> {
  await assignByRules({ ...ctx, actor: { kind: "system", id: null, name: "Assignment rules", role: "system" } }, leadIds, {
    isForced: false,
  })
}
