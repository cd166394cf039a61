import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { lockStaff } from "./lock-staff"
import { refusalToEnableStaff } from "./staff-rules"
import type { StaffRef } from "./staff-schema"

/** Lets a disabled member of staff in again; who had never set a password is invited anew. */
export async function enableStaff(ctx: Ctx, { personId }: StaffRef) {
  const { staff, record } = await lockStaff(ctx, personId)
  insist(refusalToEnableStaff(staff))
  await ctx.tx.person.update({ where: { id: personId }, data: { disabledAt: null, version: { increment: 1 } } })
  auditMove(ctx, { move: "staff.enable", record, from: "disabled", to: "active" })
  if (!staff.hasPassword) announce(ctx, "staff.invited", { personId })
  return { personId, name: staff.name }
}
