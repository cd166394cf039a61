import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"

/** What follows from an arrival is one transaction, which decisions by policy make long. */
const atOnce = 50

/** Tells that leads came in, by whatever door. */
export function announceArrived(ctx: Ctx, leadIds: readonly string[]): void {
  for (let from = 0; from < leadIds.length; from += atOnce) announce(ctx, "lead.arrived", { leadIds: leadIds.slice(from, from + atOnce) })
}
