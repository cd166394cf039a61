/**
 * Why a letter did not leave. `outage`: the mail server cannot be used at all; `put_off`: it wants the letter later; `refused`: it will never take it;
 * `unwritten`: it never came so far. `said` is a sentence for the record on which the mail is listed.
 */
export type DeliveryFailure = { kind: "outage" | "put_off" | "refused" | "unwritten"; said: string }

export const unwritten: DeliveryFailure = { kind: "unwritten", said: "The letter could not be written. The log of the worker says why." }

/** What nodemailer's errors carry. */
type SmtpError = { code?: string; responseCode?: number; response?: string; syscall?: string }

// Replies about our own sign-in, not about the letter.
const signInReplies = new Set([530, 534, 535, 538])

/** What the mail server, or the way to it, says of a letter that it did not take. */
export function deliveryFailure(error: unknown): DeliveryFailure {
  const { code, responseCode, response } = (error instanceof Error ? error : {}) as SmtpError
  const reply = oneLine(response ?? "")
  if (code === "EAUTH" || code === "ENOAUTH" || (responseCode && signInReplies.has(responseCode)))
    return { kind: "outage", said: "The mail server did not accept our sign-in." }
  const isAboutLetter = code === "EENVELOPE" || code === "EMESSAGE"
  if (isAboutLetter && responseCode !== 421) {
    if (responseCode && responseCode < 500) return { kind: "put_off", said: `The mail server asked to try later: ${reply}` }
    return { kind: "refused", said: reply ? `The mail server refused the letter: ${reply}` : "The letter cannot be sent to this address." }
  }
  return { kind: "outage", said: "The mail server could not be reached." }
}

/** Whether a failure is the last: at once when refused, after so many attempts when put off or unwritten. An outage never is: it delays a letter and loses none. */
export function isFinal({ kind }: DeliveryFailure, attempts: number, most: number): boolean {
  return kind === "refused" || (kind !== "outage" && attempts >= most)
}

/** The attempts to remember. An outage is not the letter's fault: it uses up half of them at most, which leaves the other half for afterwards. */
export function countedAttempts({ kind }: DeliveryFailure, attempts: number, most: number): number {
  return kind === "outage" ? Math.min(attempts, Math.ceil(most / 2)) : attempts
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 300)
