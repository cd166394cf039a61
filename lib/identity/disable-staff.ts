import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { lockStaff } from "./lock-staff"
import { endSessions } from "./sessions"
import { refusalToDisableStaff } from "./staff-rules"
import type { StaffRef } from "./staff-schema"

/** Shuts a member of staff out. Sessions and open invitations end at once; what they did stays theirs. */
export async function disableStaff(ctx: Ctx, { personId }: StaffRef) {
  const { staff, others, record } = await lockStaff(ctx, personId)
  insist(refusalToDisableStaff(staff, others))
  const { tx, now } = ctx
  await tx.person.update({ where: { id: personId }, data: { disabledAt: now, version: { increment: 1 } } })
  await endSessions(ctx, personId, "disabled")
  await tx.link.updateMany({ where: { personId, usedAt: null }, data: { expiresAt: now } })
  auditMove(ctx, { move: "staff.disable", record, from: "active", to: "disabled" })
  return { personId, name: staff.name }
}
