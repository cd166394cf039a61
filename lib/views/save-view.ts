import { auditMove } from "@/lib/platform/audit"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { audienceWord, scopeOf } from "./audience"
import { parseDefinition } from "./definition"
import { insistOnName, releaseDefault, type StaffCtx } from "./get-view-to-judge"
import { refusalToShare } from "./rules"
import type { SaveView } from "./schema"
import { workShapes } from "./work-shapes"

/** More than a picker can offer helps nobody. */
const mostOfOne = 100

/** Keeps what a list shows as a view of its own. */
export async function saveView(ctx: StaffCtx, { list, name, audience, definition }: SaveView) {
  const { tx, actor, now } = ctx
  const { scope, role } = scopeOf(audience)
  if (scope !== "personal") insist(refusalToShare(list, actor))
  await insistOnName(ctx, { id: null, list, name, scope })
  if ((await tx.savedView.count({ where: { list, ownerId: actor.id } })) >= mostOfOne)
    throw new AppError("invalid", `You have ${mostOfOne} views of this list. Delete one that you do not use any more.`)
  await releaseDefault(ctx, list, role, null)
  const id = newId()
  await tx.savedView.create({
    data: {
      id,
      list,
      name,
      scope,
      role,
      ownerId: actor.id,
      ownerName: actor.name,
      definition: parseDefinition(workShapes[list], definition),
      createdAt: now,
      updatedAt: now,
    },
  })
  if (scope !== "personal") auditMove(ctx, { move: "view.save", record: { kind: "view", id, label: name }, to: audienceWord(audience) })
  return { viewId: id, name }
}
