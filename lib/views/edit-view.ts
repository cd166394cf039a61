import { auditMove } from "@/lib/platform/audit"
import { insist } from "@/lib/platform/errors"
import { audienceOf, audienceWord, scopeOf } from "./audience"
import { getViewToChange, insistOnName, releaseDefault, type StaffCtx, viewOvertaken } from "./get-view-to-judge"
import { refusalToShare } from "./rules"
import type { EditView } from "./schema"

/** Renames a view, shares it, makes it a role's default, or keeps it to oneself again: then it is the editor's own. */
export async function editView(ctx: StaffCtx, { viewId, version, name, audience }: EditView) {
  const { tx, actor, now } = ctx
  const view = await getViewToChange(ctx, viewId)
  const { scope, role } = scopeOf(audience)
  if (scope !== "personal") insist(refusalToShare(view.list, actor))
  await insistOnName(ctx, { id: viewId, list: view.list, name, scope })
  await releaseDefault(ctx, view.list, role, viewId)
  const owner = scope === "personal" ? { ownerId: actor.id, ownerName: actor.name } : {}
  const edited = await tx.savedView.updateMany({
    where: { id: viewId, version },
    data: { name, scope, role, ...owner, version: { increment: 1 }, updatedAt: now },
  })
  if (edited.count === 0) throw await viewOvertaken(ctx, viewId)
  const [from, to] = [audienceWord(audienceOf(view)), audienceWord(audience)]
  if (view.scope !== "personal" || scope !== "personal")
    auditMove(ctx, { move: "view.edit", record: { kind: "view", id: viewId, label: name }, from, to })
  return { viewId, name }
}
