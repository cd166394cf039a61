import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import { cleanLine } from "@/lib/platform/clean-text"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { type Limit, spendWithin } from "@/lib/platform/limits"
import { checkWords, placed } from "../check-words"
import { houseLetters } from "../house-letters"
import { keepWords } from "../keep-words"
import { writeLetter } from "../marks/write-letter"
import { firstPreviewRecord, previewValues } from "./preview-values"
import type { SendTest } from "./schema"

const perPerson: Limit = { name: "letter-test-per-person", points: 60, windowSeconds: 3600 }

/** Mails a letter, as it is being written, to whoever writes it. It goes the way of every mail, and names no record. */
export async function sendTest(ctx: Ctx & { actor: Staff }, { profileId, letter, language, subject, body, prospectId }: SendTest) {
  const { tx, actor, now } = ctx
  const [problem] = checkWords(letter, { subject, body })
  if (problem) throw new AppError("invalid", placed(problem))
  const profile = await tx.letterProfile.findUnique({ where: { id: profileId }, select: { id: true, isDefault: true } })
  if (!profile) throw notFound("profile")
  const chosen = prospectId ?? (await firstPreviewRecord(profile))?.id ?? ""
  const known = await previewValues({ prospectId: chosen, language, profileId, reader: actor })
  if (!known) throw notFound("prospect")
  const { values, sender } = known
  const written = writeLetter({ subject: `Test: ${subject}`, body, language, values })
  const id = newId()
  await tx.mail.create({
    data: {
      ...{ id, letter, key: `${letter}:test:${id}`, language, subject: written.subject },
      ...{ toAddress: actor.email, toName: cleanLine(actor.name), about: { test: true, personId: actor.id }, recordIds: [] },
      ...{ state: "waiting", sendAfter: now, createdAt: now, releasedAt: now },
    },
  })
  const words = { subject: `Test: ${subject}`, body, language, textId: null, version: null }
  await keepWords(id, { ...words, values, profileId, sender, isGiven: true }, now, tx)
  await spendWithin(ctx, perPerson, actor.id)
  auditMove(ctx, { move: "letter.test", record: { kind: "mail", id, label: houseLetters[letter].title }, to: actor.email })
  return { mailId: id, toAddress: actor.email }
}
