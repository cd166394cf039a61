"use server"

import { staffAction } from "@/lib/identity/action"
import {
  addChannel as addChannelCommand,
  archiveChannel as archiveChannelCommand,
  bringChannelBack as bringChannelBackCommand,
  editChannel as editChannelCommand,
  makeChannelDefault as makeChannelDefaultCommand,
} from "./channels/change-channels"
import { AddChannel, ChannelRef, EditChannel } from "./channels/schema"
import {
  confirmTerms as confirmTermsCommand,
  sendBackTerms as sendBackTermsCommand,
  takeBackTerms as takeBackTermsCommand,
} from "./credit/answer-terms"
import { declineCreditRequest as declineCreditRequestCommand } from "./credit/requests/answer-request"
import { DeclineCreditRequest } from "./credit/requests/schema"
import { completeReview as completeReviewCommand, setReview as setReviewCommand } from "./credit/review-credit"
import { CompleteReview, SendBackTerms, SetCredit, SetReview, SetSpending, TermsRef } from "./credit/schema"
import { setCredit as setCreditCommand } from "./credit/set-credit"
import { setSpending as setSpendingCommand } from "./credit/set-spending"
import { archiveCustomer as archiveCustomerCommand, reactivateCustomer as reactivateCustomerCommand } from "./customers/archive-customer"
import {
  addAddress as addAddressCommand,
  editAddress as editAddressCommand,
  removeAddress as removeAddressCommand,
} from "./customers/change-addresses"
import {
  addCode as addCodeCommand,
  archiveCode as archiveCodeCommand,
  renameCode as renameCodeCommand,
  restoreCode as restoreCodeCommand,
} from "./customers/change-codes"
import { addContactInfo as addContactInfoCommand, removeContactInfo as removeContactInfoCommand } from "./customers/change-contact-infos"
import {
  addRegistration as addRegistrationCommand,
  removeRegistration as removeRegistrationCommand,
} from "./customers/change-registrations"
import { chooseInvoiceAccount as chooseInvoiceAccountCommand } from "./customers/choose-invoice-account"
import {
  AddAddress,
  AddCode,
  AddContactInfo,
  AddRegistration,
  AddressRef,
  ArchiveCustomer,
  ChooseInvoiceAccount,
  CodeRef,
  ContactInfoRef,
  CustomerRef,
  EditAddress,
  RegistrationRef,
  RenameCode,
} from "./customers/schema"
import { changeDriftDefault as changeDriftDefaultCommand, changeDriftPolicy as changeDriftPolicyCommand } from "./drift/change-policy"
import { ChangeDriftDefault, ChangeDriftPolicy } from "./drift/schema"
import { addMember as addMemberCommand } from "./hierarchies/add-member"
import { changeBelonging as changeBelongingCommand } from "./hierarchies/change-belonging"
import { changeMemberRole as changeMemberRoleCommand } from "./hierarchies/change-member-role"
import { createHierarchy as createHierarchyCommand } from "./hierarchies/create-hierarchy"
import { deleteHierarchy as deleteHierarchyCommand } from "./hierarchies/delete-hierarchy"
import { disableMember as disableMemberCommand } from "./hierarchies/disable-member"
import { editMember as editMemberCommand } from "./hierarchies/edit-member"
import { enableMember as enableMemberCommand } from "./hierarchies/enable-member"
import { inviteMemberAgain as inviteMemberAgainCommand } from "./hierarchies/invite-member-again"
import { removeMember as removeMemberCommand } from "./hierarchies/remove-member"
import { renameHierarchy as renameHierarchyCommand } from "./hierarchies/rename-hierarchy"
import {
  AddMember,
  AddOutlet,
  ChangeBelonging,
  ChangeMemberRole,
  CreateHierarchy,
  DeleteHierarchy,
  DisableMember,
  EditMember,
  MemberRef,
  MoveOutlet,
  OutletRef,
  PlaceMember,
  RenameHierarchy,
} from "./hierarchies/schema"
import { addOutlet as addOutletCommand } from "./outlets/add-outlet"
import { moveOutlet as moveOutletCommand } from "./outlets/move-outlet"
import { placeMember as placeMemberCommand } from "./outlets/place-member"
import { removeOutlet as removeOutletCommand } from "./outlets/remove-outlet"
import { assignProspect as assignProspectCommand } from "./prospects/assign-prospect"
import { AssignProspect } from "./prospects/schema"
import { changeRequestSettings as changeRequestSettingsCommand } from "./request-settings/change-request-settings"
import { ChangeRequestSettings } from "./request-settings/schema"
import { deleteMessage as deleteMessageCommand, editMessage as editMessageCommand } from "./thread/change-message"
import { readThread as readThreadCommand } from "./thread/read-thread"
import { EditMessage, MessageRef, ReadThread, WriteMessage } from "./thread/schema"
import { writeMessage as writeMessageCommand } from "./thread/write-message"

export const assignProspect = staffAction("prospect:assign", AssignProspect, assignProspectCommand)

export const setCredit = staffAction("credit:edit", SetCredit, setCreditCommand)

export const confirmTerms = staffAction("credit:edit", TermsRef, confirmTermsCommand)

export const sendBackTerms = staffAction("credit:edit", SendBackTerms, sendBackTermsCommand)

export const takeBackTerms = staffAction("credit:edit", TermsRef, takeBackTermsCommand)

export const declineCreditRequest = staffAction("credit:edit", DeclineCreditRequest, declineCreditRequestCommand)

export const setReview = staffAction("credit:edit", SetReview, setReviewCommand)

export const completeReview = staffAction("credit:edit", CompleteReview, completeReviewCommand)

export const setSpending = staffAction("credit:edit", SetSpending, setSpendingCommand)

export const createHierarchy = staffAction("hierarchy:edit", CreateHierarchy, createHierarchyCommand)

export const deleteHierarchy = staffAction("hierarchy:edit", DeleteHierarchy, deleteHierarchyCommand)

export const changeRequestSettings = staffAction("request-setting:edit", ChangeRequestSettings, changeRequestSettingsCommand)

export const writeMessage = staffAction("prospect:discuss", WriteMessage, writeMessageCommand)

export const editMessage = staffAction("prospect:discuss", EditMessage, editMessageCommand)

export const deleteMessage = staffAction("prospect:discuss", MessageRef, deleteMessageCommand)

export const readThread = staffAction("prospect:read", ReadThread, readThreadCommand)

export const renameHierarchy = staffAction("hierarchy:edit", RenameHierarchy, renameHierarchyCommand)

export const changeBelonging = staffAction("hierarchy:edit", ChangeBelonging, changeBelongingCommand)

export const addMember = staffAction("member:edit", AddMember, addMemberCommand)

export const editMember = staffAction("member:edit", EditMember, editMemberCommand)

export const inviteMemberAgain = staffAction("member:edit", MemberRef, inviteMemberAgainCommand)

export const enableMember = staffAction("member:edit", MemberRef, enableMemberCommand)

export const disableMember = staffAction("member:edit", DisableMember, disableMemberCommand)

export const changeMemberRole = staffAction("member:edit", ChangeMemberRole, changeMemberRoleCommand)

export const removeMember = staffAction("member:edit", MemberRef, removeMemberCommand)

export const archiveCustomer = staffAction("customer:edit", ArchiveCustomer, archiveCustomerCommand)

export const reactivateCustomer = staffAction("customer:edit", CustomerRef, reactivateCustomerCommand)

export const chooseInvoiceAccount = staffAction("customer:edit", ChooseInvoiceAccount, chooseInvoiceAccountCommand)

export const addAddress = staffAction("customer:edit", AddAddress, addAddressCommand)

export const editAddress = staffAction("customer:edit", EditAddress, editAddressCommand)

export const removeAddress = staffAction("customer:edit", AddressRef, removeAddressCommand)

export const addContactInfo = staffAction("customer:edit", AddContactInfo, addContactInfoCommand)

export const removeContactInfo = staffAction("customer:edit", ContactInfoRef, removeContactInfoCommand)

export const addRegistration = staffAction("customer:edit", AddRegistration, addRegistrationCommand)

export const removeRegistration = staffAction("customer:edit", RegistrationRef, removeRegistrationCommand)

export const addCode = staffAction("value-list:edit", AddCode, addCodeCommand)

export const renameCode = staffAction("value-list:edit", RenameCode, renameCodeCommand)

export const archiveCode = staffAction("value-list:edit", CodeRef, archiveCodeCommand)

export const restoreCode = staffAction("value-list:edit", CodeRef, restoreCodeCommand)

export const addOutlet = staffAction("hierarchy:edit", AddOutlet, addOutletCommand)

export const moveOutlet = staffAction("hierarchy:edit", MoveOutlet, moveOutletCommand)

export const removeOutlet = staffAction("hierarchy:edit", OutletRef, removeOutletCommand)

export const placeMember = staffAction("member:edit", PlaceMember, placeMemberCommand)

export const changeDriftPolicy = staffAction("hierarchy:edit", ChangeDriftPolicy, changeDriftPolicyCommand)

export const changeDriftDefault = staffAction("hierarchy:edit", ChangeDriftDefault, changeDriftDefaultCommand)

export const addChannel = staffAction("channel:edit", AddChannel, addChannelCommand)

export const editChannel = staffAction("channel:edit", EditChannel, editChannelCommand)

export const makeChannelDefault = staffAction("channel:edit", ChannelRef, makeChannelDefaultCommand)

export const archiveChannel = staffAction("channel:edit", ChannelRef, archiveChannelCommand)

export const bringChannelBack = staffAction("channel:edit", ChannelRef, bringChannelBackCommand)
