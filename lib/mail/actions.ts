"use server"

import { staffAction } from "@/lib/identity/action"
import { liftBlock as liftBlockCommand } from "./bounces/lift-block"
import { cancelMail as cancelMailCommand } from "./log/cancel-mail"
import { releaseMail as releaseMailCommand } from "./log/release-mail"
import { resendMail as resendMailCommand } from "./log/resend-mail"
import { cancelMessage as cancelMessageCommand } from "./messages/cancel-message"
import { AddTemplate, CancelMessage, EditTemplate, SendMessage, TemplateRef } from "./messages/schema"
import { sendMessage as sendMessageCommand } from "./messages/send-message"
import {
  addTemplate as addTemplateCommand,
  editTemplate as editTemplateCommand,
  removeTemplate as removeTemplateCommand,
} from "./messages/templates"
import { retryMail as retryMailCommand } from "./retry-mail"
import { AddressRef, CancelMail, MailRef } from "./schema"
import {
  addProfile as addProfileCommand,
  editProfile as editProfileCommand,
  removeProfile as removeProfileCommand,
  setLetter as setLetterCommand,
} from "./studio/change-profile"
import {
  discardText as discardTextCommand,
  publishText as publishTextCommand,
  restoreText as restoreTextCommand,
  saveText as saveTextCommand,
  withdrawText as withdrawTextCommand,
} from "./studio/change-text"
import { importWords as importWordsCommand, lookAtWords as lookAtWordsCommand } from "./studio/import-words"
import { AddProfile, EditProfile, ImportWords, ProfileRef, RestoreText, SendTest, SetLetter, TextRef, WriteText } from "./studio/schema"
import { sendTest as sendTestCommand } from "./studio/send-test"

export const retryMail = staffAction("mail:retry", MailRef, retryMailCommand)

export const resendMail = staffAction("mail:retry", MailRef, resendMailCommand)

export const releaseMail = staffAction("mail:release", MailRef, releaseMailCommand)

export const cancelMail = staffAction("mail:release", CancelMail, cancelMailCommand)

export const liftBlock = staffAction("mail:release", AddressRef, liftBlockCommand)

export const saveText = staffAction("letter:edit", WriteText, saveTextCommand)

export const discardText = staffAction("letter:edit", TextRef, discardTextCommand)

export const publishText = staffAction("letter:edit", WriteText, publishTextCommand)

export const restoreText = staffAction("letter:edit", RestoreText, restoreTextCommand)

export const withdrawText = staffAction("letter:edit", TextRef, withdrawTextCommand)

export const lookAtWords = staffAction("letter:edit", ImportWords, lookAtWordsCommand)

export const importWords = staffAction("letter:edit", ImportWords, importWordsCommand)

export const sendTest = staffAction("letter:edit", SendTest, sendTestCommand)

export const setLetter = staffAction("letter:edit", SetLetter, setLetterCommand)

export const addProfile = staffAction("letter:edit", AddProfile, addProfileCommand)

export const editProfile = staffAction("letter:edit", EditProfile, editProfileCommand)

export const removeProfile = staffAction("letter:edit", ProfileRef, removeProfileCommand)

export const sendMessage = staffAction("message:send", SendMessage, sendMessageCommand)

export const cancelMessage = staffAction("message:send", CancelMessage, cancelMessageCommand)

export const addTemplate = staffAction("template:edit", AddTemplate, addTemplateCommand)

export const editTemplate = staffAction("template:edit", EditTemplate, editTemplateCommand)

export const removeTemplate = staffAction("template:edit", TemplateRef, removeTemplateCommand)
