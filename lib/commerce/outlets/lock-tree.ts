import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { lockHierarchy } from "../hierarchies/lock-hierarchy"
import type { TreeOutlet } from "./outlet-rules"

export type LockedOutlet = TreeOutlet & { customerId: string; version: number }

/** Locks a hierarchy until commit, and returns it with its tree of outlets. */
export async function lockTree(ctx: Ctx, hierarchyId: string) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const outlets = await ctx.tx.outlet.findMany({
    where: { hierarchyId },
    orderBy: { id: "asc" },
    select: { id: true, parentId: true, customerId: true, version: true, customer: { select: { name: true } } },
  })
  const tree: LockedOutlet[] = outlets.map(({ customer, ...outlet }) => ({ ...outlet, name: customer.name }))
  return { hierarchy, tree }
}

/** The outlet of a locked tree; somebody else's outlet is not found. */
export function outletOf(tree: readonly LockedOutlet[], outletId: string): LockedOutlet {
  const outlet = tree.find(({ id }) => id === outletId)
  if (!outlet) throw notFound("outlet")
  return outlet
}

/** What an outlet stands below, in words. */
export const aboveInWords = (tree: readonly TreeOutlet[], parentId: string | null, organization: string): string =>
  tree.find(({ id }) => id === parentId)?.name ?? organization
