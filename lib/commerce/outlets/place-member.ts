import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { auditMember } from "../hierarchies/audit-member"
import { memberOf } from "../hierarchies/lock-hierarchy"
import type { PlaceMember } from "../hierarchies/schema"
import { aboveInWords, lockTree, outletOf } from "./lock-tree"

/** Says at which outlet a member works; null is the organization itself. */
export async function placeMember(ctx: Ctx, { hierarchyId, memberId, outletId }: PlaceMember) {
  const { hierarchy, tree } = await lockTree(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  if (outletId) outletOf(tree, outletId)
  const words = (id: string | null) => aboveInWords(tree, id, hierarchy.name)
  if (member.outletId === outletId) throw new AppError("conflict", `${member.name} works at ${words(outletId)} already.`)
  const placed = await ctx.tx.hierarchyMember.updateMany({
    where: { id: memberId, version: member.version, removedAt: null },
    data: { outletId, version: { increment: 1 } },
  })
  if (placed.count === 0) throw await overtaken(ctx, memberId)
  auditMember(ctx, hierarchy, member, { move: "member.place", from: words(member.outletId), to: words(outletId) })
  return { memberId, name: member.name, outlet: words(outletId) }
}
