"use server"

import { SetThreshold } from "@/lib/commerce/credit/schema"
import { setThreshold as setThresholdCommand } from "@/lib/commerce/credit/set-threshold"
import { staffAction } from "@/lib/identity/action"
import { addApiKey as addApiKeyCommand, revokeApiKey as revokeApiKeyCommand } from "@/lib/identity/api-keys/change-api-keys"
import { AddApiKey, ApiKeyRef } from "@/lib/identity/api-keys/schema"
import { changeStaffRole as changeStaffRoleCommand } from "@/lib/identity/change-staff-role"
import { disableStaff as disableStaffCommand } from "@/lib/identity/disable-staff"
import { enableStaff as enableStaffCommand } from "@/lib/identity/enable-staff"
import { inviteStaff as inviteStaffCommand } from "@/lib/identity/invite-staff"
import { ChangeStaffRole, InviteStaff, StaffRef } from "@/lib/identity/staff-schema"
import {
  addCalendar as addCalendarCommand,
  editCalendar as editCalendarCommand,
  makeCalendarDefault as makeCalendarDefaultCommand,
  removeCalendar as removeCalendarCommand,
} from "@/lib/sales/calendar/change-calendars"
import { AbsenceRef, AddAbsence, AddCalendar, CalendarRef, EditCalendar, SetStaffHours } from "@/lib/sales/calendar/schema"
import {
  addAbsence as addAbsenceCommand,
  removeAbsence as removeAbsenceCommand,
  setStaffHours as setStaffHoursCommand,
} from "@/lib/sales/calendar/set-hours"
import {
  addTarget as addTargetCommand,
  editTarget as editTargetCommand,
  moveTarget as moveTargetCommand,
  removeTarget as removeTargetCommand,
} from "@/lib/sales/timers/change-targets"
import { AddTarget, EditTarget, MoveTarget, TargetRef } from "@/lib/sales/timers/target-schema"
import { askForChecks as askForChecksCommand } from "./health/ask-for-checks"
import { AskForChecks } from "./health/schema"
import { changeNumberSequence as changeNumberSequenceCommand } from "./numbers/change-number-sequence"
import { ChangeNumberSequence } from "./numbers/schema"

export const inviteStaff = staffAction("staff:edit", InviteStaff, inviteStaffCommand)

export const changeStaffRole = staffAction("staff:edit", ChangeStaffRole, changeStaffRoleCommand)

export const disableStaff = staffAction("staff:edit", StaffRef, disableStaffCommand)

export const enableStaff = staffAction("staff:edit", StaffRef, enableStaffCommand)

export const changeNumberSequence = staffAction("sequence:edit", ChangeNumberSequence, changeNumberSequenceCommand)

export const askForChecks = staffAction("health:check", AskForChecks, askForChecksCommand)

export const addCalendar = staffAction("calendar:edit", AddCalendar, addCalendarCommand)

export const editCalendar = staffAction("calendar:edit", EditCalendar, editCalendarCommand)

export const makeCalendarDefault = staffAction("calendar:edit", CalendarRef, makeCalendarDefaultCommand)

export const removeCalendar = staffAction("calendar:edit", CalendarRef, removeCalendarCommand)

export const setStaffHours = staffAction("hours:edit", SetStaffHours, setStaffHoursCommand)

export const addAbsence = staffAction("hours:edit", AddAbsence, addAbsenceCommand)

export const removeAbsence = staffAction("hours:edit", AbsenceRef, removeAbsenceCommand)

export const addTarget = staffAction("calendar:edit", AddTarget, addTargetCommand)

export const editTarget = staffAction("calendar:edit", EditTarget, editTargetCommand)

export const moveTarget = staffAction("calendar:edit", MoveTarget, moveTargetCommand)

export const removeTarget = staffAction("calendar:edit", TargetRef, removeTargetCommand)

export const addApiKey = staffAction("api-key:edit", AddApiKey, addApiKeyCommand)

export const revokeApiKey = staffAction("api-key:edit", ApiKeyRef, revokeApiKeyCommand)

export const setCreditThreshold = staffAction("credit-setting:edit", SetThreshold, setThresholdCommand)
