import type { LetterName } from "./house-letters"
import { load as creditChanged } from "./letters/credit-changed"
import { load as creditDeclined } from "./letters/credit-declined"
import { load as escalations } from "./letters/escalations"
import { load as message } from "./letters/message"
import { load as passwordReset } from "./letters/password-reset"
import { load as prospectApproved } from "./letters/prospect-approved"
import { load as prospectRejected } from "./letters/prospect-rejected"
import { load as questionReminder } from "./letters/question-reminder"
import { load as requestMerged } from "./letters/request-merged"
import { load as requestReceived } from "./letters/request-received"
import { load as requestReminder } from "./letters/request-reminder"
import { load as requestReopened } from "./letters/request-reopened"
import { load as roleChanged } from "./letters/role-changed"
import { load as runDigest } from "./letters/run-digest"
import { load as staffInvited } from "./letters/staff-invited"
import { load as userAdded } from "./letters/user-added"
import { load as userRemoved } from "./letters/user-removed"
import type { Load } from "./mail-to-write"

/** Every letter of the product, and how it learns what it has to say. */
export const letterBook: Record<LetterName, Load> = {
  "request-received": requestReceived,
  "request-reminder": requestReminder,
  message,
  "question-reminder": questionReminder,
  "request-merged": requestMerged,
  "prospect-approved": prospectApproved,
  "prospect-rejected": prospectRejected,
  "request-reopened": requestReopened,
  "user-added": userAdded,
  "role-changed": roleChanged,
  "credit-changed": creditChanged,
  "credit-declined": creditDeclined,
  "user-removed": userRemoved,
  "password-reset": passwordReset,
  "staff-invited": staffInvited,
  "run-digest": runDigest,
  escalations,
}
