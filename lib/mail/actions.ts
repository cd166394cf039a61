"use server"

import { staffAction } from "@/lib/identity/action"
import { cancelMessage as cancelMessageCommand } from "./messages/cancel-message"
import { AddTemplate, CancelMessage, EditTemplate, SendMessage, TemplateRef } from "./messages/schema"
import { sendMessage as sendMessageCommand } from "./messages/send-message"
import {
  addTemplate as addTemplateCommand,
  editTemplate as editTemplateCommand,
  removeTemplate as removeTemplateCommand,
} from "./messages/templates"
import { retryMail as retryMailCommand } from "./retry-mail"
import { RetryMail } from "./schema"

export const retryMail = staffAction("mail:retry", RetryMail, retryMailCommand)

export const sendMessage = staffAction("message:send", SendMessage, sendMessageCommand)

export const cancelMessage = staffAction("message:send", CancelMessage, cancelMessageCommand)

export const addTemplate = staffAction("template:edit", AddTemplate, addTemplateCommand)

export const editTemplate = staffAction("template:edit", EditTemplate, editTemplateCommand)

export const removeTemplate = staffAction("template:edit", TemplateRef, removeTemplateCommand)
