import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { overtaken } from "@/lib/platform/overtaken"
import type { MemberStatus } from "./rules"

type Facts = Omit<Prisma.HierarchyMemberUncheckedUpdateManyInput, "status" | "version" | "disabledAt" | "awaitsEnable">

/** Moves a member to a status. The only writer of a member's status. */
export async function moveMember(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  status: MemberStatus,
  facts: Facts = {},
): Promise<void> {
  const data = {
    disabledReason: null,
    disabledUntil: null,
    disabledByOwn: false,
    ...facts,
    status,
    awaitsEnable: false,
    disabledAt: status === "disabled" ? ctx.now : null,
    version: { increment: 1 },
  }
  const moved = await ctx.tx.hierarchyMember.updateMany({ where: { id, version, removedAt: null }, data })
  if (moved.count === 0) throw await overtaken(ctx, id)
}
