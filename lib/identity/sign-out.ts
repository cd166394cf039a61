import type { Ctx } from "@/lib/platform/context"
import { endSessions, type SignedIn } from "./sessions"

/** Ends the session of this browser. */
export async function signOut(
  { tx, now, ledger }: Ctx,
  { sessionId, personId }: Pick<SignedIn, "sessionId" | "personId">,
  reason = "signed out",
): Promise<void> {
  ledger.touch("session", personId)
  await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now, endReason: reason } })
}

/** Ends every session of the person, this one too. */
export const signOutEverywhere = (ctx: Ctx, { personId }: Pick<SignedIn, "personId">): Promise<number> =>
  endSessions(ctx, personId, "signed out everywhere")
