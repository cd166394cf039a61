"use server"

import { staffAction } from "@/lib/identity/action"
import { retryMail as retryMailCommand } from "./retry-mail"
import { RetryMail } from "./schema"

export const retryMail = staffAction("mail:retry", RetryMail, retryMailCommand)
