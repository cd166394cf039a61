import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { momentText } from "@/lib/platform/moment-text"
import { insistOn } from "@/lib/platform/overtaken"
import { auditMember } from "./audit-member"
import { endAccess } from "./end-access"
import { lockHierarchy, memberOf } from "./lock-hierarchy"
import { moveMember } from "./move-member"
import { refusalToDisable, refusalToDisableOwn } from "./rules"
import type { DisableMember } from "./schema"

type Given = Omit<DisableMember, "until"> & Partial<Pick<DisableMember, "until">>

/**
 * Shuts a member out until somebody enables them again, or the worker does at `until`; sessions end at once. Whom an Admin of the organization
 * shut out, they let in again, or the store does; where the store shuts them out too, only the store.
 */
export async function disableMember(ctx: Ctx, { hierarchyId, memberId, reason, until = null }: Given) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  const isOwn = ctx.actor.kind === "partner"
  const refusal = isOwn
    ? refusalToDisableOwn({ ...member, isYou: member.personId === ctx.actor.id }, hierarchy.members)
    : refusalToDisable(member, hierarchy.members)
  await insistOn(ctx, refusal, memberId)
  if (until && until <= ctx.now) {
    const message = "Choose a day that is still to come, or leave it empty."
    throw new AppError("invalid", message, { fields: { until: message } })
  }
  await moveMember(ctx, member, "disabled", { disabledReason: reason, disabledUntil: until, disabledByOwn: isOwn })
  await endAccess(ctx, [member], "disabled in the organization")
  const told = until ? `${reason}\nBack on ${momentText(until, "date")}.` : reason
  auditMember(ctx, hierarchy, member, { move: "member.disable", from: member.status, to: "disabled", reason: told })
  return { memberId, name: member.name }
}
