import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { closeInvitations } from "./end-access"
import { lockHierarchy, memberOf } from "./lock-hierarchy"
import { refusalToInviteAgain, refusalToInviteAgainOwn } from "./rules"
import type { MemberRef } from "./schema"
import { refusalWhileSuspended } from "./suspension"

/** Sends a member who has not accepted a new invitation, open for its whole time; the ones before open nothing any more. */
export async function inviteMemberAgain(ctx: Ctx, { hierarchyId, memberId }: MemberRef) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  insist(refusalWhileSuspended(hierarchy))
  const member = memberOf(hierarchy, memberId)
  const refusalTo = ctx.actor.kind === "partner" ? refusalToInviteAgainOwn : refusalToInviteAgain
  await insistOn(ctx, refusalTo(member, ctx.now), memberId)
  const invited = await ctx.tx.hierarchyMember.updateMany({
    where: { id: memberId, version: member.version, removedAt: null },
    data: { invitedAt: ctx.now, version: { increment: 1 } },
  })
  if (invited.count === 0) throw await overtaken(ctx, memberId)
  await closeInvitations(ctx, [member])
  auditMember(ctx, hierarchy, member, { move: "member.invite_again" })
  announce(ctx, "member.invited", { memberId, personId: member.personId })
  return { memberId, name: member.name }
}
