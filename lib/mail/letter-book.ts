import { type ComponentType, createElement, type ReactElement } from "react"
import type { LetterName } from "./letter-titles"
import * as escalations from "./letters/escalations"
import * as message from "./letters/message"
import * as passwordReset from "./letters/password-reset"
import * as prospectApproved from "./letters/prospect-approved"
import * as prospectRejected from "./letters/prospect-rejected"
import * as requestReceived from "./letters/request-received"
import * as requestReopened from "./letters/request-reopened"
import * as runDigest from "./letters/run-digest"
import * as staffInvited from "./letters/staff-invited"
import * as userAdded from "./letters/user-added"
import * as userRemoved from "./letters/user-removed"
import type { Load } from "./mail-to-write"

type Write = (...given: Parameters<Load<object>>) => Promise<ReactElement | null>

/** Writes a letter: what it says today, put on its page; null when there is nothing to say any more. */
function writes<Props extends object>(load: Load<Props>, Letter: ComponentType<Props>): Write {
  return async (about, mail) => {
    const props = await load(about, mail)
    return props && createElement(Letter, props)
  }
}

/** Every letter of the product, and how it is written. */
export const letterBook: Record<LetterName, Write> = {
  "request-received": writes(requestReceived.load, requestReceived.RequestReceived),
  "prospect-approved": writes(prospectApproved.load, prospectApproved.ProspectApproved),
  "prospect-rejected": writes(prospectRejected.load, prospectRejected.ProspectRejected),
  "request-reopened": writes(requestReopened.load, requestReopened.RequestReopened),
  "user-added": writes(userAdded.load, userAdded.UserAdded),
  "user-removed": writes(userRemoved.load, userRemoved.UserRemoved),
  "password-reset": writes(passwordReset.load, passwordReset.PasswordReset),
  "staff-invited": writes(staffInvited.load, staffInvited.StaffInvited),
  "run-digest": writes(runDigest.load, runDigest.RunDigest),
  escalations: writes(escalations.load, escalations.Escalations),
  message: writes(message.load, message.Message),
}
