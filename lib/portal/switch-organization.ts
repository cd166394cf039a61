import { choosePlace } from "@/lib/identity/sessions"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import type { Partner } from "./partner"
import type { SwitchOrganization } from "./schema"

/** From now on the session acts for another organization of the person; a place that is not theirs, or over, is not found. */
export async function switchOrganization(ctx: Ctx & { actor: Partner }, { memberId }: SwitchOrganization) {
  const { tx, actor } = ctx
  const seat = await tx.hierarchyMember.findFirst({
    where: { id: memberId, personId: actor.id, status: "active", removedAt: null, hierarchy: { suspendedAt: null } },
    select: { id: true, hierarchy: { select: { name: true } } },
  })
  if (!seat) throw notFound("organization")
  await choosePlace(ctx, actor.sessionId, seat.id)
  return { organization: seat.hierarchy.name }
}
