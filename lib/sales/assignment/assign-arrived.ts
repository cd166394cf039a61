import type { Actor, Ctx } from "@/lib/platform/context"
import { assignByRules } from "./assign-by-rules"

/** The rules, as the one who gives leads away by themselves. */
export const theRules: Actor = { kind: "system", id: null, name: "Assignment rules", role: "system" }

/** Leads came in: those without an owner are given to somebody, where assignment rules hold. */
export async function assignArrived(ctx: Ctx, { leadIds }: { leadIds: string[] }): Promise<void> {
  await assignByRules({ ...ctx, actor: theRules }, leadIds, { isForced: false })
}
