import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { saveText } from "./change-text"
import { type ImportWords, WriteText } from "./schema"
import { readWordsFile } from "./words-file"

/**
 * Takes letters from a file as drafts of a profile: nothing is sent in them before somebody has looked at them and published them. What is sent
 * already in those very words stays without a draft; a draft that stands there is written over.
 */
export async function importWords(ctx: Ctx & { actor: Staff }, { profileId, file }: ImportWords) {
  const refuse = (message: string) => new AppError("invalid", message, { fields: { file: message } })
  const read = readWordsFile(file)
  if (!read) throw refuse("Choose a file that Export made.")
  const texts = await ctx.tx.letterText.findMany({
    where: { profileId },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  })
  let drafts = 0
  for (const entry of read.letters) {
    const text = texts.find(({ letter, language }) => letter === entry.letter && language === entry.language)
    const words = WriteText.safeParse({ ...entry, profileId, draftVersion: text?.draftVersion ?? 0 })
    if (!words.success) throw refuse(`${entry.letter}, ${entry.language}: ${words.error.issues[0]?.message ?? "It cannot be read."}`)
    const sent = text?.versions.find(({ number }) => number === text.published)
    if (sent && sent.subject === words.data.subject && sent.body === words.data.body) continue
    await saveText(ctx, words.data)
    drafts += 1
  }
  return { drafts, same: read.letters.length - drafts, unknown: read.unknown }
}
