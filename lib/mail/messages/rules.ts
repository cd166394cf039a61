import { may } from "@/lib/identity/permissions"
import type { Refusal } from "@/lib/platform/errors"
import { refusalByRole, type Worker } from "@/lib/sales/worker"
import type { MailState } from "@/prisma/generated/enums"
import { mailStates } from "../rules"
import { namesLink } from "./placeholders"

export function refusalToMessage({ email }: { email: string | null }, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "message:send", "write to applicants")
  if (refused) return refused
  return email ? null : { code: "conflict", message: "There is no email address here to write to. Add it first." }
}

/** A private link leads to a request; who made none has none. */
export function refusalToLink({ subject, text }: { subject: string; text: string }, prospectId: string | null): Refusal | null {
  if (namesLink(subject)) return { code: "invalid", message: "The private link belongs into the message, not into its subject." }
  if (!namesLink(text) || prospectId) return null
  return { code: "invalid", message: "There is no request behind this record, and so no private link. Take %link% out." }
}

/** Who made no request has no page to answer on. */
export function refusalToWait(asks: boolean, { prospectId, leadId }: { prospectId: string | null; leadId: string | null }): Refusal | null {
  if (!asks || (prospectId && leadId)) return null
  return {
    code: "invalid",
    message: "There is no request behind this record, and so nowhere to answer. Send it without waiting for an answer.",
  }
}

export function refusalToCancel({ state, actorId }: { state: MailState; actorId: string | null }, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "message:send", "write to applicants")
  if (refused) return refused
  if (state !== "waiting" && state !== "held")
    return { code: "conflict", message: `This email is ${mailStates[state]}. It can be canceled only while it waits.` }
  if (actorId === worker.id || may(worker.staffRole, "sales:work-any")) return null
  return { code: "forbidden", message: "Somebody else wrote this email. Who wrote it, or a Sales manager, can cancel it." }
}
