import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { overtaken } from "@/lib/platform/overtaken"
import { lockHierarchy } from "./lock-hierarchy"
import type { RenameHierarchy } from "./schema"

/** Gives a hierarchy another name; its organization keeps its own. The same name again changes nothing. */
export async function renameHierarchy(ctx: Ctx, { hierarchyId, name }: RenameHierarchy) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  if (hierarchy.name === name) return { hierarchyId, name }
  const renamed = await ctx.tx.hierarchy.updateMany({
    where: { id: hierarchyId, version: hierarchy.version },
    data: { name, searchText: searchText(name, hierarchy.number), version: { increment: 1 } },
  })
  if (renamed.count === 0) throw await overtaken(ctx, hierarchyId)
  const record = { kind: "hierarchy" as const, id: hierarchyId, label: hierarchy.number }
  auditMove(ctx, { move: "hierarchy.rename", record, from: hierarchy.name, to: name, touched: [hierarchy.organizationId] })
  return { hierarchyId, name }
}
