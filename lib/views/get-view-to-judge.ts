import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import type { WorkListKey } from "@/lib/platform/list-query"
import { overtaken } from "@/lib/platform/overtaken"
import { refusalOfName, refusalToChange, seesView, type ViewScope } from "./rules"
import { workListKeys, workShapes } from "./work-shapes"

export type StaffCtx = Ctx & { actor: Staff }

/** A view that somebody is about to change, judged; what they may not see is not there. */
export async function getViewToChange({ tx, actor }: StaffCtx, viewId: string) {
  const found = await tx.savedView.findUnique({
    where: { id: viewId },
    select: { id: true, list: true, name: true, scope: true, role: true, ownerId: true, version: true },
  })
  const list = workListKeys.find((one) => one === found?.list)
  if (!found || !list || !seesView(found, actor)) throw notFound("view")
  insist(refusalToChange(found, actor))
  return { ...found, list }
}

/** Throws when the people who see the view see another one of that name. */
export async function insistOnName(
  { tx, actor }: StaffCtx,
  { id, list, name, scope }: { id: string | null; list: WorkListKey; name: string; scope: ViewScope },
): Promise<void> {
  const refusal = refusalOfName(name, Object.values(workShapes[list].views))
  const same = await tx.savedView.findFirst({
    where: {
      list,
      name: { equals: name, mode: "insensitive" },
      ...(scope === "personal" ? { scope, ownerId: actor.id } : { scope: { not: "personal" } }),
      ...(id ? { id: { not: id } } : {}),
    },
    select: { name: true },
  })
  const message = refusal?.message ?? (same ? `There is a view called ${same.name} already. Choose another name.` : null)
  if (message) throw new AppError("invalid", message, { fields: { name: message } })
}

/** Nobody's list opens with two views: the one before becomes a shared view. */
export async function releaseDefault({ tx, now }: StaffCtx, list: WorkListKey, role: string | null, id: string | null) {
  if (!role) return
  await tx.$executeRaw`
    update platform.saved_view set scope = 'shared', role = null, version = version + 1, updated_at = ${now}
    where list = ${list} and role = ${role}::platform.staff_role and id is distinct from ${id}::uuid`
}

/** The error for somebody whose colleague changed or deleted the view meanwhile. */
export async function viewOvertaken(ctx: StaffCtx, viewId: string): Promise<AppError> {
  const stands = await ctx.tx.savedView.count({ where: { id: viewId } })
  if (stands > 0) return overtaken(ctx, viewId)
  return new AppError("conflict", "Somebody deleted this view a moment ago. Save what you see as a new view.")
}
