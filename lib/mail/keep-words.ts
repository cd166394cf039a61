import { z } from "zod"
import { db, type Prisma, type Tx } from "@/lib/platform/db"
import type { LetterValues } from "./marks/fill"
import type { PickedText } from "./studio/pick-text"
import type { Voice } from "./studio/store-of"

type Words = Pick<PickedText, "subject" | "body" | "language" | "textId" | "version"> & {
  values: LetterValues
  profileId: string
  sender: Voice["sender"]
  isGiven?: boolean
}

/** Keeps the words in which a mail leaves, and what their placeholders stand for: a later edit changes nothing of it. */
export async function keepWords(mailId: string, words: Words, now: Date, tx: Tx = db): Promise<void> {
  const { subject, body, language, textId, version, values, profileId, sender, isGiven = false } = words
  const row = {
    ...{ subject, body, language, textId, version, profileId, isGiven, writtenAt: now },
    values: JSON.parse(JSON.stringify(values)) as Prisma.InputJsonValue,
    fromName: sender.name,
    fromAddress: sender.address,
    replyTo: sender.replyTo,
  }
  await tx.mailWords.upsert({ where: { mailId }, create: { mailId, ...row }, update: row })
}

const Value = z.union([z.string(), z.array(z.object({ text: z.string(), href: z.string().nullable(), after: z.string() }))])
const Values = z.record(z.string(), Value)

/** A mail's words as they were kept; null for one that never came so far, or that left before words were kept. */
export async function keptWords(mailId: string, tx: Tx = db) {
  const kept = await tx.mailWords.findUnique({ where: { mailId } })
  if (!kept) return null
  const { values, fromName, fromAddress, replyTo, ...rest } = kept
  return { ...rest, values: Values.parse(values), sender: { name: fromName, address: fromAddress, replyTo } }
}
