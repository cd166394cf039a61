import type { Refusal } from "@/lib/platform/errors"

/** Nobody is let into a hierarchy whose approval was taken back. */
export function refusalWhileSuspended(hierarchy: { number: string; suspendedAt: Date | null }): Refusal | null {
  if (!hierarchy.suspendedAt) return null
  return {
    code: "conflict",
    message: `Customer hierarchy ${hierarchy.number} is suspended: its approval was taken back. Approve its prospect again first.`,
  }
}
