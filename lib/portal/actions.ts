"use server"

import {
  askForCredit as askForCreditCommand,
  withdrawCreditRequest as withdrawCreditRequestCommand,
} from "@/lib/commerce/credit/requests/ask-for-credit"
import { AskForCredit, WithdrawCreditRequest } from "@/lib/commerce/credit/requests/schema"
import { SetOwnSpending } from "@/lib/commerce/credit/schema"
import { setOwnSpending } from "@/lib/commerce/credit/set-spending"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { editMember } from "@/lib/commerce/hierarchies/edit-member"
import { enableMember } from "@/lib/commerce/hierarchies/enable-member"
import { inviteMemberAgain } from "@/lib/commerce/hierarchies/invite-member-again"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import { ChooseZone, chooseZone } from "@/lib/identity/choose-zone"
import { formAction } from "@/lib/identity/form-action"
import { WithLink } from "@/lib/identity/schema"
import { answerInvitation } from "./answer-invitation"
import { inOwnHierarchy } from "./own-hierarchy"
import { partnerAction } from "./partner"
import { AddUser, DisableUser, EditUser, SwitchOrganization, UserRef } from "./schema"
import { switchOrganization as switchOrganizationCommand } from "./switch-organization"

export const acceptInvitation = formAction("invitation:accept", WithLink, answerInvitation)

export const addUser = partnerAction("users:edit", AddUser, inOwnHierarchy(addMember))

export const editUser = partnerAction("users:edit", EditUser, inOwnHierarchy(editMember))

export const inviteUserAgain = partnerAction("users:edit", UserRef, inOwnHierarchy(inviteMemberAgain))

export const disableUser = partnerAction("users:edit", DisableUser, inOwnHierarchy(disableMember))

export const enableUser = partnerAction("users:edit", UserRef, inOwnHierarchy(enableMember))

export const removeUser = partnerAction("users:edit", UserRef, inOwnHierarchy(removeMember))

export const switchOrganization = partnerAction("organization:choose", SwitchOrganization, switchOrganizationCommand)

export const askForCredit = partnerAction("credit:ask", AskForCredit, inOwnHierarchy(askForCreditCommand))

export const withdrawCreditRequest = partnerAction("credit:ask", WithdrawCreditRequest, inOwnHierarchy(withdrawCreditRequestCommand))

export const setUserSpending = partnerAction("users:edit", SetOwnSpending, inOwnHierarchy(setOwnSpending))

export const changeZone = partnerAction("profile:read", ChooseZone, chooseZone)
