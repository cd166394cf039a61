"use server"

import { AddressRef, ContactInfoRef, NewCustomer } from "@/lib/commerce/customers/schema"
import { OverrideMembers, UndoOverride } from "@/lib/commerce/side-by-side/schema"
import { staffAction } from "@/lib/identity/action"
import { EditRecord } from "@/lib/platform/editing/schema"
import { MarkLead } from "@/lib/sales/leads/schema"
import { MoveStage } from "@/lib/sales/opportunities/schema"
import {
  confirmApproval as confirmApprovalCommand,
  sendBackApproval as sendBackApprovalCommand,
  takeBackApproval as takeBackApprovalCommand,
} from "./approvals/answer-approval"
import { confirmApprovals as confirmApprovalsCommand, sendBackApprovals as sendBackApprovalsCommand } from "./approvals/answer-many"
import { approveOrAsk, disqualifyOrAsk, loseOrAsk, qualifyOrAsk, rejectOrAsk, winOrAsk } from "./approvals/decide-or-ask"
import { ApprovalRef, ApprovalRefs, SendBack, SendBackMany } from "./approvals/schema"
import { createCustomer as createCustomerCommand } from "./create-customer"
import { editAccount as editAccountCommand } from "./edit-account"
import { editContact as editContactCommand } from "./edit-contact"
import { editCustomer as editCustomerCommand } from "./edit-customer"
import { makeAddressPrimary as makeAddressPrimaryCommand, makeContactInfoPrimary as makeContactInfoPrimaryCommand } from "./make-primary"
import { markLead as markLeadCommand } from "./mark-lead"
import { mergeRecords as mergeRecordsCommand } from "./merge-records"
import { moveStage as moveStageCommand } from "./move-stage"
import { overrideMembers as overrideMembersCommand, undoOverride as undoOverrideCommand } from "./override-members"

import {
  discardProspectRules as discardProspectRulesCommand,
  publishProspectRules as publishProspectRulesCommand,
  restoreProspectRules as restoreProspectRulesCommand,
  saveProspectRules as saveProspectRulesCommand,
} from "./prospect-policies/change"
import { rehearseProspectRules as rehearseProspectRulesCommand } from "./prospect-policies/rehearse"
import {
  ProspectRulesRef,
  PublishProspectRules,
  RehearseProspectRules,
  RestoreProspectRules,
  SaveProspectRules,
} from "./prospect-policies/schema"
import { reactivateLead as reactivateLeadCommand } from "./reactivate-lead"
import { reopenOpportunity as reopenOpportunityCommand } from "./reopen-opportunity"
import { reopenProspect as reopenProspectCommand } from "./reopen-prospect"
import { restoreMapping as restoreMappingCommand, saveMapping as saveMappingCommand } from "./save-mapping"
import {
  ApproveProspect,
  CloseAsLost,
  CloseAsWon,
  DisqualifyLead,
  MergeRecords,
  QualifyLead,
  ReactivateLead,
  RejectProspect,
  ReopenOpportunity,
  ReopenProspect,
  RestoreMapping,
  SaveMapping,
  SetMap,
  UndoDecision,
  UnmergeRecords,
} from "./schema"
import { setMap as setMapCommand } from "./set-map"
import { undoDecision as undoDecisionCommand } from "./undo-decision"
import { unmergeRecords as unmergeRecordsCommand } from "./unmerge-records"

export const qualifyLead = staffAction("lead:qualify", QualifyLead, qualifyOrAsk)

export const disqualifyLead = staffAction("lead:disqualify", DisqualifyLead, disqualifyOrAsk)

export const reactivateLead = staffAction("lead:reactivate", ReactivateLead, reactivateLeadCommand)

export const closeAsWon = staffAction("opportunity:close", CloseAsWon, winOrAsk)

export const closeAsLost = staffAction("opportunity:close", CloseAsLost, loseOrAsk)

export const reopenOpportunity = staffAction("opportunity:reopen", ReopenOpportunity, reopenOpportunityCommand)

export const editAccount = staffAction("account:edit", EditRecord, editAccountCommand)

export const editContact = staffAction("contact:edit", EditRecord, editContactCommand)

export const editCustomer = staffAction("customer:edit", EditRecord, editCustomerCommand)

export const createCustomer = staffAction("customer:edit", NewCustomer, createCustomerCommand)

export const makeAddressPrimary = staffAction("customer:edit", AddressRef, makeAddressPrimaryCommand)

export const makeContactInfoPrimary = staffAction("customer:edit", ContactInfoRef, makeContactInfoPrimaryCommand)

export const markLead = staffAction("lead:edit", MarkLead, markLeadCommand)

export const moveStage = staffAction("opportunity:edit", MoveStage, moveStageCommand)

export const approveProspect = staffAction("prospect:approve", ApproveProspect, approveOrAsk)

export const rejectProspect = staffAction("prospect:reject", RejectProspect, rejectOrAsk)

export const reopenProspect = staffAction("prospect:approve", ReopenProspect, reopenProspectCommand)

export const saveProspectRules = staffAction("prospect-rules:edit", SaveProspectRules, saveProspectRulesCommand)

export const discardProspectRules = staffAction("prospect-rules:edit", ProspectRulesRef, discardProspectRulesCommand)

export const publishProspectRules = staffAction("prospect-rules:edit", PublishProspectRules, publishProspectRulesCommand)

export const rehearseProspectRules = staffAction("prospect-rules:edit", RehearseProspectRules, rehearseProspectRulesCommand)

export const restoreProspectRules = staffAction("prospect-rules:edit", RestoreProspectRules, restoreProspectRulesCommand)

export const undoDecision = staffAction("decision:undo", UndoDecision, undoDecisionCommand)

export const saveMapping = staffAction("mapping:edit", SaveMapping, saveMappingCommand)

export const restoreMapping = staffAction("mapping:edit", RestoreMapping, restoreMappingCommand)

export const setMap = staffAction("integration:edit", SetMap, setMapCommand)

export const mergeRecords = staffAction("lead:edit", MergeRecords, mergeRecordsCommand)

export const unmergeRecords = staffAction("lead:edit", UnmergeRecords, unmergeRecordsCommand)

export const confirmApproval = staffAction("approval:answer", ApprovalRef, confirmApprovalCommand)

export const confirmApprovals = staffAction("approval:answer", ApprovalRefs, confirmApprovalsCommand)

export const sendBackApprovals = staffAction("approval:answer", SendBackMany, sendBackApprovalsCommand)

export const sendBackApproval = staffAction("approval:answer", SendBack, sendBackApprovalCommand)

export const takeBackApproval = staffAction("approval:answer", ApprovalRef, takeBackApprovalCommand)

export const overrideMembers = staffAction("hierarchy:edit", OverrideMembers, overrideMembersCommand)

export const undoOverride = staffAction("hierarchy:edit", UndoOverride, undoOverrideCommand)
