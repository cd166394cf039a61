import type { Staff } from "@/lib/identity/actor"
import { makeLink } from "@/lib/identity/links"
import { auditMove } from "@/lib/platform/audit"
import { cleanLine } from "@/lib/platform/clean-text"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { type Limit, spendWithin } from "@/lib/platform/limits"
import { dayMs } from "@/lib/platform/zone"
import { aboutColumns } from "@/lib/sales/activities/get-about"
import { askQuestions } from "@/lib/sales/questions/ask-questions"
import { postLetter } from "../post-letter"
import { type Addressee, getAddressee } from "./addressee"
import { fillPlaceholders, namesLink, withAnswerLink, withoutLink } from "./placeholders"
import { refusalToLink, refusalToMessage, refusalToWait } from "./rules"
import type { MessageNoun, SendMessage } from "./schema"

const linkDays = 400
/** A person writes; a machine that got hold of a session does not get far. */
const perPerson: Limit = { name: "message-per-person", points: 100, windowSeconds: 3600 }

/**
 * Writes an email to the applicant: filled in now, so that what was previewed is what is sent, and held for the send window.
 * Its words are kept with the record; the letter holds ids.
 */
export async function sendMessage(ctx: Ctx & { actor: Staff }, { about, id, subject, text: typed, asks = false }: SendMessage) {
  const text = asks ? withAnswerLink(typed) : typed
  const addressee = await getAddressee(ctx.tx, about, id)
  const { email, prospectId } = addressee
  insist(refusalToMessage({ email }, ctx.actor))
  insist(refusalToLink({ subject, text }, prospectId))
  insist(refusalToWait(asks, addressee))
  const [sent] = await sendMessages(ctx, about, [{ id, addressee, subject, text, asks: asks ? typed : null }])
  if (!sent?.mailId || !email) throw new AppError("invalid", "Filled in, nothing is left of it. Write a few words of your own.")
  await spendWithin(ctx, perPerson, ctx.actor.id)
  return { mailId: sent.mailId, toAddress: email, holdSeconds: env().SEND_WINDOW_SECONDS }
}

/** A message to write, judged: its record, whom it goes to, and its words with placeholders; `asks` are the words of the question, where it is one. */
export type MessageToSend = { id: string; addressee: Addressee; subject: string; text: string; asks?: string | null }

/** Writes many messages in one statement, each filled in for its reader. Null in the place of one of which nothing is left when it is filled in. */
export async function sendMessages(ctx: Ctx & { actor: Staff }, about: MessageNoun, messages: readonly MessageToSend[]) {
  const { tx, actor, now } = ctx
  const filled = messages.map(({ addressee, ...message }) => {
    const subject = cleanLine(fillPlaceholders(message.subject, addressee.values).replace(/\s+/g, " ")).slice(0, 300).toWellFormed()
    const text = fillPlaceholders(message.text, addressee.values)
    const isEmpty = !addressee.email || subject === "" || text.trim() === ""
    return { id: message.id, addressee, subject, text, asks: message.asks, activityId: isEmpty ? null : newId() }
  })
  const written = { kind: "email" as const, at: now, createdAt: now, actorId: actor.id, actorName: actor.name }
  await tx.activity.createMany({
    data: filled.flatMap(({ activityId, subject, text, id }) =>
      activityId ? [{ id: activityId, ...written, subject, text, [aboutColumns[about]]: id }] : [],
    ),
  })
  await askQuestions(
    ctx,
    filled.flatMap(({ activityId, addressee: { leadId, prospectId, values }, asks, subject }) =>
      activityId && asks && leadId && prospectId
        ? [{ leadId, prospectId, activityId, subject, text: fillPlaceholders(withoutLink(asks), values) }]
        : [],
    ),
  )
  return filled.map((message) => ({ id: message.id, mailId: message.activityId ? post(ctx, about, message.activityId, message) : null }))
}

function post(
  ctx: Ctx & { actor: Staff },
  about: MessageNoun,
  activityId: string,
  { id, addressee, subject, text }: MessageToSend,
): string {
  const { actor, now } = ctx
  const { email, name, language, label, prospectId, recordIds } = addressee
  const linkUntil = new Date(now.getTime() + linkDays * dayMs)
  const mailId = postLetter(ctx, {
    letter: "message",
    subjectId: activityId,
    to: { address: email ?? "", name },
    words: { subject },
    about: { activityId, replyTo: actor.email, replyToName: cleanLine(actor.name) },
    linkId:
      prospectId && namesLink(text) ? makeLink(ctx, { purpose: "request_status", subjectId: prospectId, expiresAt: linkUntil }) : null,
    recordIds,
    language,
    holdSeconds: env().SEND_WINDOW_SECONDS,
  })
  auditMove(ctx, { move: "message.send", record: { kind: about, id, label }, to: subject, touched: recordIds })
  return mailId
}
