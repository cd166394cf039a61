import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { lockHierarchy, memberOf } from "./lock-hierarchy"
import { moveMember } from "./move-member"
import { refusalToEnable } from "./rules"
import type { MemberRef } from "./schema"
import { refusalWhileSuspended } from "./suspension"

/** Lets a disabled member in again: Active who had accepted the invitation before, Pending with a new invitation who had not. */
export async function enableMember(ctx: Ctx, { hierarchyId, memberId }: MemberRef) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  insist(refusalWhileSuspended(hierarchy))
  await insistOn(ctx, refusalToEnable(member), memberId)
  const status = member.acceptedAt ? "active" : "pending"
  await moveMember(ctx, member, status, status === "pending" ? { invitedAt: ctx.now } : {})
  auditMember(ctx, hierarchy, member, { move: "member.enable", from: "disabled", to: status })
  if (status === "pending") announce(ctx, "member.invited", { memberId, personId: member.personId })
  return { memberId, name: member.name, status }
}
