import { db } from "@/lib/platform/db"
import type { Guard } from "@/lib/sales/policies/second-person"
import { guardedApproval, guardedRejection } from "./guarded"
import { findGuard } from "./insist-on-second"

type Prospect = { id: string; status: string; leadId: string | null; opportunityId: string | null }

const wordsOf = (guard: Guard | undefined, move: string): string | null =>
  guard
    ? `Policy “${guard.name}”, version ${guard.version}, wants a second person. ${move} asks for one: nothing is decided, and no email leaves, before somebody else confirms it.`
    : null

/** That deciding a prospect would ask a second person, and because of which policy; null where one person decides it. */
export async function foreseeAsking(prospect: Prospect, now: Date): Promise<{ approve: string | null; reject: string | null }> {
  if (prospect.status !== "pending") return { approve: null, reject: null }
  const ctx = { tx: db, now }
  const [approve, reject] = await Promise.all([
    guardedApproval(db, prospect).then((guarded) => findGuard(ctx, guarded)),
    guardedRejection(db, prospect).then((guarded) => findGuard(ctx, guarded)),
  ])
  return { approve: wordsOf(approve?.guard, "Approve"), reject: wordsOf(reject?.guard, "Reject") }
}
