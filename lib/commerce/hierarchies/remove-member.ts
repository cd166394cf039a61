import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { endAccess } from "./end-access"
import { lockHierarchy, memberOf } from "./lock-hierarchy"
import { refusalToRemove, refusalToRemoveOwn } from "./rules"
import type { MemberRef } from "./schema"

/** Takes a member out of a hierarchy. Access and sessions end at once; the customer and the history stay. */
export async function removeMember(ctx: Ctx, { hierarchyId, memberId }: MemberRef) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  const refusalTo = ctx.actor.kind === "partner" ? refusalToRemoveOwn : refusalToRemove
  insist(refusalTo(member, hierarchy.members))
  const removed = await ctx.tx.hierarchyMember.updateMany({
    where: { id: memberId, version: member.version, removedAt: null },
    data: { removedAt: ctx.now, version: { increment: 1 } },
  })
  if (removed.count === 0) throw await overtaken(ctx, memberId)
  await endAccess(ctx, [member], "removed from the organization")
  auditMember(ctx, hierarchy, member, { move: "member.remove", from: member.status })
  announce(ctx, "member.removed", { memberId, personId: member.personId })
  return { memberId, name: member.name }
}
