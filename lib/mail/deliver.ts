import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import { backoffMs } from "@/lib/platform/backoff"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { db, type Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { tell } from "@/lib/platform/tell"
import { type ClaimedMail, claimMail } from "./claim-mail"
import { countedAttempts, type DeliveryFailure, deliveryFailure, isFinal, unwritten } from "./delivery-failure"
import { renderLetter } from "./render-letter"
import type { Transport } from "./transport"

const pauses = { firstMs: 5000, longestMs: 600_000 }

type Outcome = "sent" | "canceled" | DeliveryFailure

/** Sends the mail that has been due for the longest: claimed, then sent, then marked. False when none is due. Any number of workers may do so at once. */
export async function deliverNext(transport: Transport, clock: Clock = wallClock): Promise<boolean> {
  const mail = await claimMail(clock())
  if (!mail) return false
  const outcome = mail.state === "canceled" ? "canceled" : await send(transport, mail, clock())
  await settle(mail, outcome, clock())
  return true
}

/** The same for each attempt at one mail, so that whoever gets it twice can tell. */
export const messageId = (mailId: string): string => `<${mailId}@${env().appUrl.hostname}>`

async function send(transport: Transport, mail: ClaimedMail, now: Date): Promise<Outcome> {
  const written = await renderLetter(mail, now).catch((error: unknown) => {
    log.error({ mail: mail.id, letter: mail.letter, error: error instanceof Error ? error.stack : "unknown" }, "letter not written")
    return unwritten
  })
  if (!written) return "canceled"
  if ("kind" in written) return written
  try {
    insistOnOneLine(mail)
    await transport.sendMail({
      messageId: messageId(mail.id),
      from: { name: env().STORE_NAME, address: env().MAIL_FROM },
      to: { name: mail.toName, address: mail.toAddress },
      subject: mail.subject,
      ...senderOf(mail),
      ...written,
    })
    return "sent"
  } catch (error) {
    return deliveryFailure(error)
  }
}

const Writer = z.object({ replyTo: z.email(), replyToName: z.string() })

/** An answer to what a person wrote goes to that person; what the product wrote says so, and wants no automatic answer. */
function senderOf({ about }: ClaimedMail) {
  const writer = Writer.safeParse(about).data
  if (writer && !/[\r\n\0]/.test(writer.replyToName)) return { replyTo: { name: writer.replyToName, address: writer.replyTo } }
  return { headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" } }
}

/** The last wall against headers smuggled in by a line break; the walls before it are the form's. */
function insistOnOneLine({ toAddress, toName, subject }: ClaimedMail): void {
  if (![toAddress, toName, subject].some((text) => /[\r\n\0]/.test(text))) return
  throw Object.assign(new Error("a header holds a line break"), { code: "EENVELOPE" })
}

async function settle(mail: ClaimedMail, outcome: Outcome, now: Date): Promise<void> {
  const { id, letter, attempts, claimedAt } = mail
  await insistently(() => db.mail.updateMany({ where: { id, state: "sending", claimedAt }, data: aftermath(mail, outcome, now) }))
  const kind = typeof outcome === "string" ? outcome : outcome.kind
  tell({ by: null, records: mail.recordIds.map((record) => ({ kind: "", id: record })), many: [] })
  log.info({ mail: id, letter, attempts, outcome: kind }, "mail settled")
}

function aftermath({ attempts }: ClaimedMail, outcome: Outcome, now: Date): Prisma.MailUpdateManyMutationInput {
  if (outcome === "sent") return { state: "sent", sentAt: now, lastError: null }
  if (outcome === "canceled") return { state: "canceled" }
  const lastError = outcome.said
  const most = env().MAIL_ATTEMPTS
  if (isFinal(outcome, attempts, most)) return { state: "failed", lastError }
  const counted = countedAttempts(outcome, attempts, most)
  const sendAfter = new Date(now.getTime() + backoffMs(counted, pauses))
  return { state: "waiting", attempts: counted, sendAfter, lastError }
}

/** A database that restarts between the send and its mark must not cost a second letter: the mark is tried for two minutes. */
async function insistently(mark: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await mark()
      return
    } catch (error) {
      if (tries === 60) throw error
      await pause(2000)
    }
  }
}
