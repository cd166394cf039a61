import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"
import { checkWords, placed } from "../check-words"
import { houseLetters } from "../house-letters"
import { saveText } from "./change-text"
import { type ImportWords, WriteText } from "./schema"
import { readWordsFile } from "./words-file"

/** What a letter of a file becomes: a draft, one in place of somebody's, or nothing, since it is sent in these words already. */
export type WordsFate = "draft" | "over" | "same"

export type LookedAt = {
  letter: string
  language: string
  fate: WordsFate
  /** Whose draft is written over. */
  by: string | null
  /** Why it cannot be published as it stands. */
  problem: string | null
}

/** What each letter of a file becomes in a profile; refuses what is no such file. */
async function planWords(tx: Tx, { profileId, file }: ImportWords) {
  const refuse = (message: string) => new AppError("invalid", message, { fields: { file: message } })
  const read = readWordsFile(file)
  if (!read) throw refuse("Choose a file that Export made.")
  const texts = await tx.letterText.findMany({
    where: { profileId },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  })
  const planned = read.letters.map((entry) => {
    const text = texts.find(({ letter, language }) => letter === entry.letter && language === entry.language)
    const words = WriteText.safeParse({ ...entry, profileId, draftVersion: text?.draftVersion ?? 0 })
    if (!words.success) throw refuse(`${entry.letter}, ${entry.language}: ${words.error.issues[0]?.message ?? "It cannot be read."}`)
    const { subject, body } = words.data
    const says = (one: { subject: string | null; body: string | null } | undefined) => one?.subject === subject && one.body === body
    const draft = text && text.draftSubject !== null ? { subject: text.draftSubject, body: text.draftBody } : undefined
    const sent = text?.versions.find(({ number }) => number === text.published)
    const fate: WordsFate = says(sent) || says(draft) ? "same" : draft ? "over" : "draft"
    return { words: words.data, fate, by: fate === "over" ? (text?.draftedBy ?? null) : null }
  })
  return { planned, unknown: read.unknown }
}

/** What a file of letters would do to a profile; nothing is written. */
export async function lookAtWords({ tx }: Ctx, input: ImportWords): Promise<{ letters: LookedAt[]; unknown: string[] }> {
  const { planned, unknown } = await planWords(tx, input)
  const letters = planned.map(({ words: { letter, language, ...words }, fate, by }) => {
    const [problem] = fate === "same" ? [] : checkWords(letter, words)
    return { letter: houseLetters[letter].title, language: languageName(language), fate, by, problem: problem ? placed(problem) : null }
  })
  return { letters, unknown }
}

/**
 * Takes letters from a file as drafts of a profile: nothing is sent in them before somebody has looked at them and published them. What stands there
 * in those very words stays as it is; another draft is written over.
 */
export async function importWords(ctx: Ctx & { actor: Staff }, input: ImportWords) {
  const { planned, unknown } = await planWords(ctx.tx, input)
  const due = planned.filter(({ fate }) => fate !== "same")
  for (const { words } of due) await saveText(ctx, words)
  return { drafts: due.length, same: planned.length - due.length, unknown }
}
