import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { lockStaff } from "./lock-staff"
import { roleName } from "./permissions"
import { endSessions } from "./sessions"
import { refusalToChangeStaffRole } from "./staff-rules"
import type { ChangeStaffRole } from "./staff-schema"

/** Gives a member of staff another role. Their sessions end at once, so that nothing of the old role stays open. */
export async function changeStaffRole(ctx: Ctx, { personId, role }: ChangeStaffRole) {
  const { staff, staffRole, others, record } = await lockStaff(ctx, personId)
  insist(refusalToChangeStaffRole(staff, role, others))
  await ctx.tx.person.update({ where: { id: personId }, data: { staffRole: role, version: { increment: 1 } } })
  await endSessions(ctx, personId, "role changed")
  auditMove(ctx, { move: "staff.change_role", record, from: roleName(staffRole), to: roleName(role) })
  return { personId, name: staff.name, role }
}
