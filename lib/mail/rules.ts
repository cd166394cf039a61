import type { Refusal } from "@/lib/platform/errors"
import type { MailState } from "@/prisma/generated/enums"

export const mailStates = {
  waiting: "Waiting",
  sending: "Sending",
  sent: "Sent",
  failed: "Failed",
  canceled: "Canceled",
  held: "Held",
  bounced: "Bounced",
} as const satisfies Record<MailState, string>

/** Only what has failed can be sent again; everything else is on its way, has arrived or was taken back. */
export function refusalToRetry({ state }: { state: MailState }): Refusal | null {
  if (state === "failed") return null
  return { code: "conflict", message: `This mail is ${mailStates[state]}. Only a Failed one can be sent again.` }
}

/** Whose mail it is matters to what can be done with it. */
export type MailToJudge = { state: MailState; letter: string; decisionId: string | null; about: unknown }

/** A letter that gives the way to a new password goes out once: whoever still wants one asks anew, at sign-in. */
const onceOnly = new Set(["password-reset"])
const isTest = (about: unknown): boolean => typeof about === "object" && about !== null && "test" in about

/** What has gone out can go out once more, as another mail. What is still on its way cannot, and what was taken back was meant to be. */
export function refusalToResend({ state, letter, about }: MailToJudge): Refusal | null {
  if (isTest(about)) return { code: "conflict", message: "This was a test. Send another one from the letter’s page." }
  if (onceOnly.has(letter))
    return { code: "conflict", message: "This letter goes out once. Whoever still needs it asks for a new one at sign-in." }
  if (state === "sent" || state === "bounced") return null
  if (state === "failed") return { code: "conflict", message: "This mail never left. Retry it instead." }
  return { code: "conflict", message: `This mail is ${mailStates[state]}. Only one that has left can be sent again.` }
}

/** A held mail goes when somebody lets it go. */
export function refusalToRelease({ state }: Pick<MailToJudge, "state">): Refusal | null {
  if (state === "held") return null
  return { code: "conflict", message: `This mail is ${mailStates[state]}. Only a Held one can be let go.` }
}

/** What is held or waits can be kept from leaving; a decision that can still be undone takes its letter along by itself. */
export function refusalToCancelMail({ state, decisionId }: Pick<MailToJudge, "state" | "decisionId">): Refusal | null {
  if (state === "held") return null
  if (state !== "waiting")
    return { code: "conflict", message: `This mail is ${mailStates[state]}. Only a Held or Waiting one can be canceled.` }
  if (decisionId) return { code: "conflict", message: "A decision stands behind this mail. Undo the decision, and the mail goes with it." }
  return null
}
