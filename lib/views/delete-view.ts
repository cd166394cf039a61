import { auditMove } from "@/lib/platform/audit"
import { getViewToChange, type StaffCtx, viewOvertaken } from "./get-view-to-judge"
import type { DeleteView } from "./schema"

/** Deletes a view; the records that it showed are as they were. */
export async function deleteView(ctx: StaffCtx, { viewId, version }: DeleteView) {
  const view = await getViewToChange(ctx, viewId)
  const deleted = await ctx.tx.savedView.deleteMany({ where: { id: viewId, version } })
  if (deleted.count === 0) throw await viewOvertaken(ctx, viewId)
  if (view.scope !== "personal") auditMove(ctx, { move: "view.delete", record: { kind: "view", id: viewId, label: view.name } })
  return { name: view.name }
}
