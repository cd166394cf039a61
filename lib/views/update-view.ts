import { auditMove } from "@/lib/platform/audit"
import { parseDefinition } from "./definition"
import { getViewToChange, type StaffCtx, viewOvertaken } from "./get-view-to-judge"
import type { UpdateView } from "./schema"
import { workShapes } from "./work-shapes"

/** Keeps what the list shows now in the view that it started from. */
export async function updateView(ctx: StaffCtx, { viewId, version, definition }: UpdateView) {
  const view = await getViewToChange(ctx, viewId)
  const updated = await ctx.tx.savedView.updateMany({
    where: { id: viewId, version },
    data: { definition: parseDefinition(workShapes[view.list], definition), version: { increment: 1 }, updatedAt: ctx.now },
  })
  if (updated.count === 0) throw await viewOvertaken(ctx, viewId)
  if (view.scope !== "personal") auditMove(ctx, { move: "view.update", record: { kind: "view", id: viewId, label: view.name } })
  return { viewId, name: view.name }
}
