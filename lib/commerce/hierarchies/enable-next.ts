import { type Clock, wallClock } from "@/lib/platform/clock"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { letIn } from "./enable-member"
import { lockHierarchy } from "./lock-hierarchy"

/**
 * Enables the member whose disablement has been over for the longest. False when none is due. In a hierarchy that is suspended nobody is let in:
 * its members wait until it runs again. Any number of workers may do so at once: each member is enabled once.
 */
export async function enableNext(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  const due = await db.hierarchyMember.findFirst({
    where: { disabledUntil: { lte: now }, removedAt: null, hierarchy: { suspendedAt: null } },
    orderBy: { disabledUntil: "asc" },
    select: { id: true, hierarchyId: true },
  })
  if (!due) return false
  await inTransaction(
    theSystem,
    async (ctx) => {
      const hierarchy = await lockHierarchy(ctx, due.hierarchyId)
      const member = hierarchy.members.find(({ id }) => id === due.id)
      // Somebody was faster, or disabled the member anew.
      if (!member?.disabledUntil || member.disabledUntil > now || hierarchy.suspendedAt) return
      await letIn(ctx, hierarchy, member, "The time for which access was disabled is over.")
    },
    now,
  )
  return true
}
