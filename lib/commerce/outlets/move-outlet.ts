import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import type { MoveOutlet } from "../hierarchies/schema"
import { aboveInWords, lockTree, outletOf } from "./lock-tree"
import { refusalToMoveOutlet } from "./outlet-rules"

/** Moves an outlet, with all that stands below it, to another place in the tree of its hierarchy. */
export async function moveOutlet(ctx: Ctx, { hierarchyId, outletId, parentId }: MoveOutlet) {
  const { hierarchy, tree } = await lockTree(ctx, hierarchyId)
  const outlet = outletOf(tree, outletId)
  if (parentId) outletOf(tree, parentId)
  await insistOn(ctx, refusalToMoveOutlet(tree, outlet, parentId), hierarchyId)
  const moved = await ctx.tx.outlet.updateMany({
    where: { id: outletId, version: outlet.version },
    data: { parentId, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, hierarchyId)
  const words = (id: string | null) => aboveInWords(tree, id, hierarchy.name)
  auditMove(ctx, {
    move: "outlet.move",
    record: { kind: "hierarchy", id: hierarchyId, label: hierarchy.number },
    from: words(outlet.parentId),
    to: words(parentId),
    reason: `${outlet.name}, with all that stands below it.`,
    touched: [outlet.customerId],
  })
  return { outletId, name: outlet.name, above: words(parentId) }
}
