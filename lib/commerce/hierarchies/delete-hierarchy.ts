import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { refusalToDelete } from "./create-rules"
import { endAccess } from "./end-access"
import { lockHierarchy } from "./lock-hierarchy"
import type { DeleteHierarchy } from "./schema"

/** Deletes a hierarchy with its members and outlets: access ends at once, customers and the audit stay. Refuses while a prospect has it. */
export async function deleteHierarchy(ctx: Ctx, { hierarchyId }: DeleteHierarchy) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const prospects = await ctx.tx.prospect.findMany({ where: { hierarchyId }, select: { number: true, status: true } })
  insist(refusalToDelete({ number: hierarchy.number, prospects }))
  await endAccess(ctx, hierarchy.members, "hierarchy deleted")
  const { count } = await ctx.tx.hierarchy.deleteMany({ where: { id: hierarchyId, version: hierarchy.version } })
  if (count === 0) throw await overtaken(ctx, hierarchyId)
  const { number, name, organizationId, members } = hierarchy
  auditMove(ctx, {
    move: "hierarchy.delete",
    record: { kind: "hierarchy", id: hierarchyId, label: number },
    from: name,
    reason: `It had ${members.length === 1 ? "1 member" : `${members.length} members`}.`,
    touched: [organizationId, ...members.map(({ customerId }) => customerId)],
  })
  return { hierarchyId, number, organizationId }
}
