import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import { backoffMs } from "@/lib/platform/backoff"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { db, type Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { tell } from "@/lib/platform/tell"
import { blockAddress } from "./bounces/block-address"
import { returnPath } from "./bounces/return-path"
import { type ClaimedMail, claimMail } from "./claim-mail"
import { countedAttempts, type DeliveryFailure, deliveryFailure, isFinal, unwritten } from "./delivery-failure"
import { keepWords, keptWords } from "./keep-words"
import { writeLetter } from "./marks/write-letter"
import { renderLetter } from "./render-letter"
import type { Transport } from "./transport"

const pauses = { firstMs: 5000, longestMs: 600_000 }

type Outcome = { kind: "sent"; subject: string } | { kind: "canceled" } | DeliveryFailure

/** Sends the mail that has been due for the longest: claimed, then sent, then marked. False when none is due. Any number of workers may do so at once. */
export async function deliverNext(transport: Transport, clock: Clock = wallClock): Promise<boolean> {
  const mail = await claimMail(clock())
  if (!mail) return false
  if (mail.state === "sending") await settle(mail, await send(transport, mail, clock()), clock())
  else say(mail, mail.state)
  return true
}

/** The same for each attempt at one mail, so that whoever gets it twice can tell. */
export const messageId = (mailId: string): string => `<${mailId}@${env().appUrl.hostname}>`

/** What a mail says: what was given with it, or today's truth in the words that are published. Kept before it leaves, so that nothing was ever sent that cannot be read. */
async function wordsOf(mail: ClaimedMail, now: Date) {
  const given = await keptWords(mail.id)
  if (given?.isGiven) return { ...writeLetter(given), sender: given.sender }
  const written = await renderLetter(mail, now)
  if (!written) return null
  const { words, values, profileId, sender } = written
  await keepWords(mail.id, { ...words, values, profileId, sender }, now)
  return written
}

async function send(transport: Transport, mail: ClaimedMail, now: Date): Promise<Outcome> {
  const written = await wordsOf(mail, now).catch((error: unknown) => {
    log.error({ mail: mail.id, letter: mail.letter, error: error instanceof Error ? error.stack : "unknown" }, "letter not written")
    return unwritten
  })
  if (!written) return { kind: "canceled" }
  if ("kind" in written) return written
  const { html, text, sender } = written
  const subject = written.subject || mail.subject
  const path = returnPath(mail.id)
  try {
    insistOnOneLine([mail.toAddress, mail.toName, subject, mail.subject, sender.name, sender.address])
    await transport.sendMail({
      messageId: messageId(mail.id),
      from: { name: sender.name, address: sender.address },
      to: { name: mail.toName, address: mail.toAddress },
      ...(path ? { envelope: { from: path, to: [mail.toAddress] } } : {}),
      subject,
      html,
      text,
      ...senderOf(mail, sender),
    })
    return { kind: "sent", subject }
  } catch (error) {
    return deliveryFailure(error)
  }
}

const Writer = z.object({ replyTo: z.email(), replyToName: z.string() })

/** An answer to what a person wrote goes to that person; what the product wrote says so, and wants no automatic answer. */
function senderOf({ about }: ClaimedMail, { replyTo }: { replyTo: string | null }) {
  const writer = Writer.safeParse(about).data
  if (writer && !/[\r\n\0]/.test(writer.replyToName)) return { replyTo: { name: writer.replyToName, address: writer.replyTo } }
  return { ...(replyTo ? { replyTo } : {}), headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" } }
}

/** The last wall against headers smuggled in by a line break; the walls before it are the form's. */
function insistOnOneLine(headers: readonly string[]): void {
  if (!headers.some((text) => /[\r\n\0]/.test(text))) return
  throw Object.assign(new Error("a header holds a line break"), { code: "EENVELOPE" })
}

async function settle(mail: ClaimedMail, outcome: Outcome, now: Date): Promise<void> {
  const { id, claimedAt } = mail
  await insistently(async () => {
    const isOurs = { id, state: "sending" as const, claimedAt }
    const marked = await db.mail.updateMany({ where: isOurs, data: aftermath(mail, outcome, now) })
    if (marked.count > 0 && "isDead" in outcome && outcome.isDead)
      await blockAddress(db, { address: mail.toAddress, reason: outcome.said, mailId: id }, now)
  })
  say(mail, outcome.kind)
}

function say({ id, letter, attempts, recordIds }: ClaimedMail, outcome: string): void {
  tell({ by: null, records: recordIds.map((record) => ({ kind: "", id: record })), many: [] })
  log.info({ mail: id, letter, attempts, outcome }, "mail settled")
}

function aftermath({ attempts }: ClaimedMail, outcome: Outcome, now: Date): Prisma.MailUpdateManyMutationInput {
  if (outcome.kind === "sent") return { state: "sent", sentAt: now, subject: outcome.subject, lastError: null }
  if (outcome.kind === "canceled") return { state: "canceled", lastError: "It was no longer worth sending." }
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
