import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import type { OutletRef } from "../hierarchies/schema"
import { lockTree, outletOf } from "./lock-tree"
import { refusalToRemoveOutlet } from "./outlet-rules"

/** Takes an outlet out of the tree; the customer stays. Refuses while others stand below it or members work there. */
export async function removeOutlet(ctx: Ctx, { hierarchyId, outletId }: OutletRef) {
  const { hierarchy, tree } = await lockTree(ctx, hierarchyId)
  const outlet = outletOf(tree, outletId)
  const members = hierarchy.members.filter((member) => member.outletId === outletId).length
  insist(refusalToRemoveOutlet(tree, outlet, members))
  const { count } = await ctx.tx.outlet.deleteMany({ where: { id: outletId, version: outlet.version } })
  if (count === 0) throw await overtaken(ctx, hierarchyId)
  auditMove(ctx, {
    move: "outlet.remove",
    record: { kind: "hierarchy", id: hierarchyId, label: hierarchy.number },
    from: outlet.name,
    touched: [outlet.customerId],
  })
  return { outletId, name: outlet.name }
}
