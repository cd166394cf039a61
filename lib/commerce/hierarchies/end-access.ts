import { endPartnerSessions } from "@/lib/identity/sessions"
import type { Ctx } from "@/lib/platform/context"

type Seat = { id: string; personId: string }

/** Shuts members out at once: sessions end, and an invitation that was not accepted opens nothing any more. */
export async function endAccess(ctx: Ctx, seats: readonly Seat[], reason: string): Promise<void> {
  await endSeatSessions(ctx, seats, reason)
  await closeInvitations(ctx, seats)
}

/** Invitations that were not accepted open nothing any more. */
export async function closeInvitations({ tx, now }: Ctx, seats: readonly Pick<Seat, "id">[]): Promise<void> {
  const subjectId = { in: seats.map(({ id }) => id) }
  await tx.link.updateMany({
    where: { subjectId, purpose: "set_password", usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}

/** Ends the sessions of people who lost their seats. Who has a seat with another organization stays signed in there. */
export async function endSeatSessions(ctx: Ctx, seats: readonly Seat[], reason: string): Promise<void> {
  if (seats.length === 0) return
  const elsewhere = await ctx.tx.hierarchyMember.findMany({
    where: {
      personId: { in: seats.map(({ personId }) => personId) },
      id: { notIn: seats.map(({ id }) => id) },
      status: "active",
      removedAt: null,
      hierarchy: { suspendedAt: null },
    },
    select: { personId: true },
  })
  const stays = new Set(elsewhere.map(({ personId }) => personId))
  const lost = seats.map(({ id, personId }) => ({ placeId: id, personId, isOnly: !stays.has(personId) }))
  await endPartnerSessions(ctx, lost, reason)
}
