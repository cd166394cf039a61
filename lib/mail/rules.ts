import type { Refusal } from "@/lib/platform/errors"
import type { MailState } from "@/prisma/generated/enums"

export const mailStates = {
  waiting: "Waiting",
  sending: "Sending",
  sent: "Sent",
  failed: "Failed",
  canceled: "Canceled",
} as const satisfies Record<MailState, string>

/** Only what has failed can be sent again; everything else is on its way, has arrived or was taken back. */
export function refusalToRetry({ state }: { state: MailState }): Refusal | null {
  if (state === "failed") return null
  return { code: "conflict", message: `This mail is ${mailStates[state]}. Only a Failed one can be sent again.` }
}
