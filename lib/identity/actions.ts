"use server"

import { redirect } from "next/navigation"
import { publicAction, staffAction } from "./action"
import { askForReset } from "./ask-for-reset"
import { ChooseZone, chooseZone } from "./choose-zone"
import { enterAs as enterAsCommand } from "./enter-as"
import { formAction } from "./form-action"
import { homePath } from "./next-path"
import { ReadNotifications, readNotifications as readNotificationsCommand } from "./notifications"
import { PreviewRole, previewRole as previewRoleCommand } from "./preview-role"
import { resetPassword as resetPasswordCommand } from "./reset-password"
import { EnterAs, RequestPasswordReset, SignIn, WithLink } from "./schema"
import { signIn as signInPerson } from "./sign-in"
import { signOutEverywhere as endEverySession, signOut as endThisSession } from "./sign-out"
import { signedInAction } from "./signed-in-action"
import { startSession } from "./start-session"

export const signIn = formAction("session:sign_in", SignIn, signInPerson)

export const enterAs = publicAction("session:enter_as", EnterAs, enterAsCommand, async (person) => {
  await startSession(person)
  redirect(homePath(person.staffRole))
})

export const signOut = signedInAction("session:sign_out", (ctx, signedIn) => endThisSession(ctx, signedIn))

export const signOutEverywhere = signedInAction("session:sign_out_everywhere", endEverySession)

export const previewRole = staffAction("role:preview", PreviewRole, previewRoleCommand)

export const requestPasswordReset = formAction("password:request_reset", RequestPasswordReset, askForReset)

export const resetPassword = publicAction("password:reset", WithLink, resetPasswordCommand, async () => {
  redirect("/sign-in?done=password")
})

export const readNotifications = staffAction("home:read", ReadNotifications, readNotificationsCommand)

export const changeZone = staffAction("home:read", ChooseZone, chooseZone)
