import { auditMove, type Move } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { LockedHierarchy } from "./lock-hierarchy"

type Moved = Pick<Move, "from" | "to" | "reason"> & { move: Extract<Move["move"], `member.${string}`> }

/** The audit row of a move of a member, shown on the member's customer and hierarchy too. */
export function auditMember(
  ctx: Ctx,
  hierarchy: Pick<LockedHierarchy, "id">,
  member: { id: string; name: string; customerId: string },
  moved: Moved,
): void {
  const record = { kind: "member" as const, id: member.id, label: member.name }
  auditMove(ctx, { ...moved, record, touched: [hierarchy.id, member.customerId] })
}
