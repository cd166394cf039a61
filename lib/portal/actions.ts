"use server"

import {
  askForCredit as askForCreditCommand,
  withdrawCreditRequest as withdrawCreditRequestCommand,
} from "@/lib/commerce/credit/requests/ask-for-credit"
import { AskForCredit, WithdrawCreditRequest } from "@/lib/commerce/credit/requests/schema"
import { SetOwnSpending } from "@/lib/commerce/credit/schema"
import { setOwnSpending } from "@/lib/commerce/credit/set-spending"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { editMember } from "@/lib/commerce/hierarchies/edit-member"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import { ChooseZone, chooseZone } from "@/lib/identity/choose-zone"
import { formAction } from "@/lib/identity/form-action"
import { WithLink } from "@/lib/identity/schema"
import { answerInvitation } from "./answer-invitation"
import { inOwnHierarchy } from "./own-hierarchy"
import { partnerAction } from "./partner"
import { AddUser, EditUser, RemoveUser, SwitchOrganization } from "./schema"
import { switchOrganization as switchOrganizationCommand } from "./switch-organization"

export const acceptInvitation = formAction("invitation:accept", WithLink, answerInvitation)

export const addUser = partnerAction("users:edit", AddUser, inOwnHierarchy(addMember))

export const editUser = partnerAction("users:edit", EditUser, inOwnHierarchy(editMember))

export const removeUser = partnerAction("users:edit", RemoveUser, inOwnHierarchy(removeMember))

export const switchOrganization = partnerAction("organization:choose", SwitchOrganization, switchOrganizationCommand)

export const askForCredit = partnerAction("credit:ask", AskForCredit, inOwnHierarchy(askForCreditCommand))

export const withdrawCreditRequest = partnerAction("credit:ask", WithdrawCreditRequest, inOwnHierarchy(withdrawCreditRequestCommand))

export const setUserSpending = partnerAction("users:edit", SetOwnSpending, inOwnHierarchy(setOwnSpending))

export const changeZone = partnerAction("profile:read", ChooseZone, chooseZone)
