import { announce } from "@/lib/platform/announce"
import type { Ctx } from "@/lib/platform/context"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { type LockedHierarchy, type LockedMember, lockHierarchy, memberOf } from "./lock-hierarchy"
import { type MemberRole, refusalToChangeRole } from "./rules"
import type { ChangeMemberRole } from "./schema"

/** Makes a member Admin or User. Sessions stay: each page reads the role anew. */
export async function changeMemberRole(ctx: Ctx, { hierarchyId, memberId, role }: ChangeMemberRole) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  await giveRole(ctx, hierarchy, member, role)
  return { memberId, name: member.name, role }
}

/** Gives a member of a locked hierarchy a role. */
export async function giveRole(ctx: Ctx, hierarchy: LockedHierarchy, member: LockedMember, role: MemberRole): Promise<void> {
  await insistOn(ctx, refusalToChangeRole(member, role, hierarchy.members), member.id)
  const changed = await ctx.tx.hierarchyMember.updateMany({
    where: { id: member.id, version: member.version, removedAt: null },
    data: { role, version: { increment: 1 } },
  })
  if (changed.count === 0) throw await overtaken(ctx, member.id)
  auditMember(ctx, hierarchy, member, { move: "member.change_role", from: member.role, to: role })
  announce(ctx, "member.role_changed", { memberId: member.id })
}
