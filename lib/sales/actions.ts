"use server"

import { staffAction } from "@/lib/identity/action"
import { EditRecord } from "@/lib/platform/editing/schema"
import { assignAccount as assignAccountCommand } from "./accounts/assign-account"
import { newAccount as newAccountCommand } from "./accounts/new-account"
import { NewAccount } from "./accounts/schema"
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
} from "./activities/schema"
import { discardAttachment as discardAttachmentCommand } from "./activities/upload-attachment"
import { assignLeadByRules as assignLeadByRulesCommand } from "./assignment/assign-lead-by-rules"
import { AssignLeadByRules } from "./assignment/schema"
import {
  addStep as addStepCommand,
  editStep as editStepCommand,
  moveStep as moveStepCommand,
  removeStep as removeStepCommand,
} from "./checklist/change-steps"
import { AddStep, EditStep, MoveStep, StepRef, TickStep } from "./checklist/schema"
import { tickStep as tickStepCommand } from "./checklist/tick-step"
import {
  addCompetitor as addCompetitorCommand,
  editCompetitor as editCompetitorCommand,
  removeCompetitor as removeCompetitorCommand,
} from "./competitors/change-competitors"
import { AddCompetitor, EditCompetitor, RemoveCompetitor } from "./competitors/schema"
import { assignContact as assignContactCommand } from "./contacts/assign-contact"
import { newContact as newContactCommand } from "./contacts/new-contact"
import { NewContact } from "./contacts/schema"
import { AssignRecord } from "./editing/schema"
import { assignLead as assignLeadCommand } from "./leads/assign-lead"
import { editLead as editLeadCommand } from "./leads/edit-lead"
import { newLead as newLeadCommand } from "./leads/new-lead"
import { AssignLead, LeadRef, NewLead, PauseTimers } from "./leads/schema"
import { changeMatchingRules as changeMatchingRulesCommand } from "./matching/change-rules"
import { dismissPair as dismissPairCommand, restorePair as restorePairCommand } from "./matching/dismiss-pair"
import { ChangeMatchingRules, TwoRecords } from "./matching/schema"
import { assignOpportunity as assignOpportunityCommand } from "./opportunities/assign-opportunity"
import { editOpportunity as editOpportunityCommand } from "./opportunities/edit-opportunity"
import { holdOpportunity as holdOpportunityCommand, resumeOpportunity as resumeOpportunityCommand } from "./opportunities/hold-opportunity"
import { newOpportunity as newOpportunityCommand } from "./opportunities/new-opportunity"
import { NewOpportunity, OpportunityRef } from "./opportunities/schema"
import {
  discardRules as discardRulesCommand,
  publishRules as publishRulesCommand,
  restoreRules as restoreRulesCommand,
  saveRules as saveRulesCommand,
} from "./rule-sets/change-rules"
import { rehearseRules as rehearseRulesCommand } from "./rule-sets/rehearse-rules"
import { PublishRules, RehearseRules, RestoreRules, RulesRef, SaveRules } from "./rule-sets/schema"
import {
  addStakeholder as addStakeholderCommand,
  editStakeholder as editStakeholderCommand,
  removeStakeholder as removeStakeholderCommand,
} from "./stakeholders/edit-stakeholders"
import { AddStakeholder, EditStakeholder, StakeholderRef } from "./stakeholders/schema"
import { pauseTimers as pauseTimersCommand, resumeTimers as resumeTimersCommand } from "./timers/pause-timers"

export const assignLead = staffAction("lead:take", AssignLead, assignLeadCommand)

export const assignLeadByRules = staffAction("lead:assign", AssignLeadByRules, assignLeadByRulesCommand)

export const editLead = staffAction("lead:edit", EditRecord, editLeadCommand)

export const editOpportunity = staffAction("opportunity:edit", EditRecord, editOpportunityCommand)

export const assignOpportunity = staffAction("opportunity:edit", AssignRecord, assignOpportunityCommand)

export const assignAccount = staffAction("account:edit", AssignRecord, assignAccountCommand)

export const assignContact = staffAction("contact:edit", AssignRecord, assignContactCommand)

export const holdOpportunity = staffAction("opportunity:edit", OpportunityRef, holdOpportunityCommand)

export const resumeOpportunity = staffAction("opportunity:edit", OpportunityRef, resumeOpportunityCommand)

export const pauseTimers = staffAction("lead:edit", PauseTimers, pauseTimersCommand)

export const resumeTimers = staffAction("lead:edit", LeadRef, resumeTimersCommand)

export const newLead = staffAction("lead:edit", NewLead, newLeadCommand)

export const newOpportunity = staffAction("opportunity:edit", NewOpportunity, newOpportunityCommand)

export const newAccount = staffAction("account:edit", NewAccount, newAccountCommand)

export const newContact = staffAction("contact:edit", NewContact, newContactCommand)

export const tickStep = staffAction("opportunity:edit", TickStep, tickStepCommand)

export const addStep = staffAction("checklist:edit", AddStep, addStepCommand)

export const editStep = staffAction("checklist:edit", EditStep, editStepCommand)

export const moveStep = staffAction("checklist:edit", MoveStep, moveStepCommand)

export const removeStep = staffAction("checklist:edit", StepRef, removeStepCommand)

export const addCompetitor = staffAction("opportunity:edit", AddCompetitor, addCompetitorCommand)

export const editCompetitor = staffAction("opportunity:edit", EditCompetitor, editCompetitorCommand)

export const removeCompetitor = staffAction("opportunity:edit", RemoveCompetitor, removeCompetitorCommand)

export const saveRules = staffAction("rules:edit", SaveRules, saveRulesCommand)

export const discardRules = staffAction("rules:edit", RulesRef, discardRulesCommand)

export const publishRules = staffAction("rules:edit", PublishRules, publishRulesCommand)

export const rehearseRules = staffAction("rules:edit", RehearseRules, rehearseRulesCommand)

export const restoreRules = staffAction("rules:edit", RestoreRules, restoreRulesCommand)

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

export const discardAttachment = staffAction("note:add", AttachmentRef, discardAttachmentCommand)

export const addStakeholder = staffAction("stakeholder:edit", AddStakeholder, addStakeholderCommand)

export const editStakeholder = staffAction("stakeholder:edit", EditStakeholder, editStakeholderCommand)

export const removeStakeholder = staffAction("stakeholder:edit", StakeholderRef, removeStakeholderCommand)

export const notTheSame = staffAction("duplicate:judge", TwoRecords, dismissPairCommand)

export const takeBackNotTheSame = staffAction("duplicate:judge", TwoRecords, restorePairCommand)

export const changeMatchingRules = staffAction("matching:edit", ChangeMatchingRules, changeMatchingRulesCommand)
