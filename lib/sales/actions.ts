"use server"

import { staffAction } from "@/lib/identity/action"
import { assignAccount as assignAccountCommand } from "./accounts/assign-account"
import { addAppointment as addAppointmentCommand } from "./activities/add-appointment"
import { addNote as addNoteCommand } from "./activities/add-note"
import { addTask as addTaskCommand } from "./activities/add-task"
import { deleteActivity as deleteActivityCommand } from "./activities/change-activity"
import { completeTask as completeTaskCommand, reopenTask as reopenTaskCommand } from "./activities/complete-task"
import {
  editAppointment as editAppointmentCommand,
  editCall as editCallCommand,
  editNote as editNoteCommand,
  editTask as editTaskCommand,
} from "./activities/edit-activity"
import { logCall as logCallCommand } from "./activities/log-call"
import {
  ActivityRef,
  AddAppointment,
  AddNote,
  AddTask,
  AttachmentRef,
  EditAppointment,
  EditCall,
  EditNote,
  EditTask,
  LogCall,
  UploadAttachment,
} from "./activities/schema"
import { discardAttachment as discardAttachmentCommand, uploadAttachment as uploadAttachmentCommand } from "./activities/upload-attachment"
import { assignContact as assignContactCommand } from "./contacts/assign-contact"
import { AssignRecord, EditRecord } from "./editing/schema"
import { assignLead as assignLeadCommand } from "./leads/assign-lead"
import { editLead as editLeadCommand } from "./leads/edit-lead"
import { AssignLead } from "./leads/schema"
import { assignOpportunity as assignOpportunityCommand } from "./opportunities/assign-opportunity"
import { editOpportunity as editOpportunityCommand } from "./opportunities/edit-opportunity"
import { holdOpportunity as holdOpportunityCommand, resumeOpportunity as resumeOpportunityCommand } from "./opportunities/hold-opportunity"
import { OpportunityRef } from "./opportunities/schema"
import {
  addStakeholder as addStakeholderCommand,
  editStakeholder as editStakeholderCommand,
  removeStakeholder as removeStakeholderCommand,
} from "./stakeholders/edit-stakeholders"
import { AddStakeholder, EditStakeholder, StakeholderRef } from "./stakeholders/schema"

export const assignLead = staffAction("lead:take", AssignLead, assignLeadCommand)

export const editLead = staffAction("lead:edit", EditRecord, editLeadCommand)

export const editOpportunity = staffAction("opportunity:edit", EditRecord, editOpportunityCommand)

export const assignOpportunity = staffAction("opportunity:edit", AssignRecord, assignOpportunityCommand)

export const assignAccount = staffAction("account:edit", AssignRecord, assignAccountCommand)

export const assignContact = staffAction("contact:edit", AssignRecord, assignContactCommand)

export const holdOpportunity = staffAction("opportunity:edit", OpportunityRef, holdOpportunityCommand)

export const resumeOpportunity = staffAction("opportunity:edit", OpportunityRef, resumeOpportunityCommand)

export const addNote = staffAction("note:add", AddNote, addNoteCommand)

export const addTask = staffAction("note:add", AddTask, addTaskCommand)

export const logCall = staffAction("note:add", LogCall, logCallCommand)

export const addAppointment = staffAction("note:add", AddAppointment, addAppointmentCommand)

export const editNote = staffAction("note:add", EditNote, editNoteCommand)

export const editTask = staffAction("note:add", EditTask, editTaskCommand)

export const editCall = staffAction("note:add", EditCall, editCallCommand)

export const editAppointment = staffAction("note:add", EditAppointment, editAppointmentCommand)

export const deleteActivity = staffAction("note:add", ActivityRef, deleteActivityCommand)

export const completeTask = staffAction("note:add", ActivityRef, completeTaskCommand)

export const reopenTask = staffAction("note:add", ActivityRef, reopenTaskCommand)

export const uploadAttachment = staffAction("note:add", UploadAttachment, uploadAttachmentCommand)

export const discardAttachment = staffAction("note:add", AttachmentRef, discardAttachmentCommand)

export const addStakeholder = staffAction("stakeholder:edit", AddStakeholder, addStakeholderCommand)

export const editStakeholder = staffAction("stakeholder:edit", EditStakeholder, editStakeholderCommand)

export const removeStakeholder = staffAction("stakeholder:edit", StakeholderRef, removeStakeholderCommand)
