/**
 * Why a letter did not leave. `outage`: the mail server cannot be used at all; `put_off`: it wants the letter later; `refused`: it will never take it;
 * `unwritten`: it never came so far. `said` is a sentence for the record on which the mail is listed. `isDead`: it was refused because there is no such address.
 */
export type DeliveryFailure = { kind: "outage" | "put_off" | "refused" | "unwritten"; said: string; isDead?: boolean }

export const unwritten: DeliveryFailure = { kind: "unwritten", said: "The letter could not be written. The log of the worker says why." }

/** What nodemailer's errors carry. */
type SmtpError = { code?: string; responseCode?: number; response?: string; syscall?: string; command?: string }

// Replies about our own sign-in, not about the letter.
const signInReplies = new Set([530, 534, 535, 538])

/** What the mail server, or the way to it, says of a letter that it did not take. */
export function deliveryFailure(error: unknown): DeliveryFailure {
  const { code, responseCode, response, command } = (error instanceof Error ? error : {}) as SmtpError
  const reply = oneLine(response ?? "")
  if (code === "EAUTH" || code === "ENOAUTH" || (responseCode && signInReplies.has(responseCode)))
    return { kind: "outage", said: "The mail server did not accept our sign-in." }
  const isAboutLetter = code === "EENVELOPE" || code === "EMESSAGE"
  if (isAboutLetter && responseCode !== 421) {
    if (responseCode && responseCode < 500) return { kind: "put_off", said: `The mail server asked to try later: ${reply}` }
    const isDead = command === "RCPT TO" && isAddressDead(reply)
    return {
      kind: "refused",
      said: reply ? `The mail server refused the letter: ${reply}` : "The letter cannot be sent to this address.",
      isDead,
    }
  }
  return { kind: "outage", said: "The mail server could not be reached." }
}

/**
 * Whether a mail server's words mean that an address takes no mail at all, by RFC 3463: no such mailbox, no such system, a mailbox that was closed or moved.
 * Without such a code only the plain "no such user" of RFC 5321 counts; a refusal for any other reason may be gone tomorrow.
 */
export function isAddressDead(reply: string): boolean {
  const enhanced = reply.match(/\b5\.(\d{1,3})\.(\d{1,3})\b/)
  if (enhanced) return /^(1\.[12346]|1\.10|2\.1)$/.test(`${enhanced[1]}.${enhanced[2]}`)
  return (
    /^55[013]\b/.test(reply) &&
    /\b(user|mailbox|recipient|address|account)\b.*\b(unknown|not found|unavailable|does ?n.?t exist|not exist|invalid|disabled)|no such|unknown (user|recipient|address)/i.test(
      reply,
    )
  )
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
