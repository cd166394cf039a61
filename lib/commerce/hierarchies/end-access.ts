import { endPartnerSessions } from "@/lib/identity/sessions"
import type { Ctx } from "@/lib/platform/context"

/** Shuts a member out at once: sessions end, and an invitation that was not accepted opens nothing any more. */
export async function endAccess(ctx: Ctx, member: { id: string; personId: string }, reason: string): Promise<void> {
  await endPartnerSessions(ctx, [member.personId], reason)
  await ctx.tx.link.updateMany({ where: { subjectId: member.id, purpose: "set_password", usedAt: null }, data: { expiresAt: ctx.now } })
}
