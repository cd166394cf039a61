"use server"

import { staffAction } from "@/lib/identity/action"
import { changeStaffRole as changeStaffRoleCommand } from "@/lib/identity/change-staff-role"
import { disableStaff as disableStaffCommand } from "@/lib/identity/disable-staff"
import { enableStaff as enableStaffCommand } from "@/lib/identity/enable-staff"
import { inviteStaff as inviteStaffCommand } from "@/lib/identity/invite-staff"
import { ChangeStaffRole, InviteStaff, StaffRef } from "@/lib/identity/staff-schema"
import { changeNumberSequence as changeNumberSequenceCommand } from "./change-number-sequence"
import { ChangeNumberSequence } from "./schema"

export const inviteStaff = staffAction("staff:edit", InviteStaff, inviteStaffCommand)

export const changeStaffRole = staffAction("staff:edit", ChangeStaffRole, changeStaffRoleCommand)

export const disableStaff = staffAction("staff:edit", StaffRef, disableStaffCommand)

export const enableStaff = staffAction("staff:edit", StaffRef, enableStaffCommand)

export const changeNumberSequence = staffAction("sequence:edit", ChangeNumberSequence, changeNumberSequenceCommand)
