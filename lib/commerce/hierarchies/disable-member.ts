import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { endAccess } from "./end-access"
import { lockHierarchy, memberOf } from "./lock-hierarchy"
import { moveMember } from "./move-member"
import { refusalToDisable } from "./rules"
import type { DisableMember } from "./schema"

/** Shuts a member out until somebody enables them again; sessions end at once. */
export async function disableMember(ctx: Ctx, { hierarchyId, memberId, reason }: DisableMember) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  await insistOn(ctx, refusalToDisable(member, hierarchy.members), memberId)
  await moveMember(ctx, member, "disabled", { disabledReason: reason })
  await endAccess(ctx, member, "disabled in the organization")
  auditMember(ctx, hierarchy, member, { move: "member.disable", from: member.status, to: "disabled", reason })
  return { memberId, name: member.name }
}
