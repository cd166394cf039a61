import type { Staff } from "@/lib/identity/actor"
import { makeLink } from "@/lib/identity/links"
import { auditMove } from "@/lib/platform/audit"
import { cleanLine } from "@/lib/platform/clean-text"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { type Limit, spendWithin } from "@/lib/platform/limits"
import { aboutColumns } from "@/lib/sales/activities/get-about"
import { postLetter } from "../post-letter"
import { getAddressee } from "./addressee"
import { fillPlaceholders, namesLink } from "./placeholders"
import { refusalToLink, refusalToMessage } from "./rules"
import type { SendMessage } from "./schema"

const linkDays = 400
/** A person writes; a machine that got hold of a session does not get far. */
const perPerson: Limit = { name: "message-per-person", points: 100, windowSeconds: 3600 }

/**
 * Writes an email to the applicant: filled in now, so that what was previewed is what is sent, and held for the send window.
 * Its words are kept with the record; the letter holds ids.
 */
export async function sendMessage(ctx: Ctx & { actor: Staff }, { about, id, subject: typedSubject, text: typedText }: SendMessage) {
  const { tx, actor, now } = ctx
  const { email, name, language, label, values, prospectId, recordIds } = await getAddressee(tx, about, id)
  insist(refusalToMessage({ email }, actor))
  insist(refusalToLink({ subject: typedSubject, text: typedText }, prospectId))
  const subject = cleanLine(fillPlaceholders(typedSubject, values).replace(/\s+/g, " ")).slice(0, 300).toWellFormed()
  const text = fillPlaceholders(typedText, values)
  if (!email || subject === "" || text.trim() === "")
    throw new AppError("invalid", "Filled in, nothing is left of it. Write a few words of your own.")
  const activityId = newId()
  const written = { id: activityId, kind: "email" as const, at: now, createdAt: now, actorId: actor.id, actorName: actor.name }
  await tx.activity.create({ data: { ...written, subject, text, [aboutColumns[about]]: id } })
  const linkUntil = new Date(now.getTime() + linkDays * 86_400_000)
  const holdSeconds = env().SEND_WINDOW_SECONDS
  const mailId = postLetter(ctx, {
    letter: "message",
    subjectId: activityId,
    to: { address: email, name },
    words: { subject },
    about: { activityId, replyTo: actor.email, replyToName: cleanLine(actor.name) },
    linkId:
      prospectId && namesLink(text) ? makeLink(ctx, { purpose: "request_status", subjectId: prospectId, expiresAt: linkUntil }) : null,
    recordIds,
    language,
    holdSeconds,
  })
  auditMove(ctx, { move: "message.send", record: { kind: about, id, label }, to: subject, touched: recordIds })
  await spendWithin(ctx, perPerson, actor.id)
  return { mailId, toAddress: email, holdSeconds }
}
