import type { Refusal } from "@/lib/platform/errors"
import { roleName, type StaffRole } from "./permissions"

export type JudgedStaff = { name: string; staffRole: StaffRole | null; disabledAt: Date | null; hasPassword: boolean }

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** `known` is the person who has the address already; somebody who has not set a password yet is invited again. */
export function refusalToInvite(known: JudgedStaff | null, role: StaffRole): Refusal | null {
  if (!known?.staffRole) return null
  if (known.disabledAt) return conflict(`${known.name} is a member of staff and disabled. Enable them instead.`)
  if (known.hasPassword || known.staffRole !== role)
    return conflict(`${known.name} works here as ${roleName(known.staffRole)} already. Change the role instead.`)
  return null
}

/** `others` counts the Administrators beside this one who are not disabled. */
const isLastAdministrator = (staff: JudgedStaff, others: number): boolean =>
  staff.staffRole === "administrator" && !staff.disabledAt && others === 0

const onlyAdministrator = (staff: JudgedStaff, deed: string): Refusal =>
  conflict(`${staff.name} cannot be ${deed}: this is the only Administrator. Make somebody else Administrator first.`)

export function refusalToChangeStaffRole(staff: JudgedStaff, to: StaffRole, others: number): Refusal | null {
  if (staff.staffRole === to) return conflict(`${staff.name} is ${roleName(to)} already.`)
  return isLastAdministrator(staff, others) ? onlyAdministrator(staff, `made ${roleName(to)}`) : null
}

export function refusalToDisableStaff(staff: JudgedStaff, others: number): Refusal | null {
  if (staff.disabledAt) return conflict(`${staff.name} is disabled already.`)
  return isLastAdministrator(staff, others) ? onlyAdministrator(staff, "disabled") : null
}

export const refusalToEnableStaff = (staff: JudgedStaff): Refusal | null =>
  staff.disabledAt ? null : conflict(`${staff.name} is not disabled.`)
