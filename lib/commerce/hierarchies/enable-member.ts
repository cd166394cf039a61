import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { type LockedHierarchy, type LockedMember, lockHierarchy, memberOf } from "./lock-hierarchy"
import { moveMember } from "./move-member"
import { refusalToEnable, refusalToEnableOwn } from "./rules"
import type { MemberRef } from "./schema"
import { refusalWhileSuspended } from "./suspension"

/**
 * Lets a disabled member in again, and one who was taken along for the first time: Active who had accepted the invitation before,
 * Pending with a new invitation who had not. An Admin of the organization lets in whom one of them shut out.
 */
export async function enableMember(ctx: Ctx, { hierarchyId, memberId }: MemberRef) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  if (ctx.actor.kind === "partner") await insistOn(ctx, refusalToEnableOwn(member), memberId)
  return letIn(ctx, hierarchy, member)
}

/** Lets a member of a locked hierarchy in. `reason` says why, where no person did it. */
export async function letIn(ctx: Ctx, hierarchy: LockedHierarchy, member: LockedMember, reason: string | null = null) {
  insist(refusalWhileSuspended(hierarchy))
  await insistOn(ctx, refusalToEnable(member), member.id)
  const status = member.acceptedAt ? "active" : "pending"
  await moveMember(ctx, member, status, status === "pending" ? { invitedAt: ctx.now } : {})
  auditMember(ctx, hierarchy, member, { move: "member.enable", from: member.awaitsEnable ? null : member.status, to: status, reason })
  if (status === "pending") announce(ctx, "member.invited", { memberId: member.id, personId: member.personId })
  return { memberId: member.id, name: member.name, status }
}
