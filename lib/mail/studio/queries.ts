import { db, Prisma } from "@/lib/platform/db"
import { houseLetters, type LetterName, letterNames } from "../house-letters"
import { letterLanguages } from "../letter-languages"
import { type Coverage, coverageOf, type DatedText } from "./coverage"
import { type LetterRow, modeOf } from "./letter-modes"
import type { ChosenProfile } from "./profiles"
import { textOf } from "./text-of"

/** Every letter in the order of a partner's life: how it is sent in a profile, and in which languages it is written there. */
export async function listLetters({ own, standard }: ChosenProfile): Promise<LetterRow[]> {
  const [texts, held] = await Promise.all([
    db.letterText.findMany({
      where: { profileId: own.id, OR: [{ published: { not: null } }, { draftBody: { not: null } }] },
      select: { letter: true, language: true, published: true, draftBody: true },
    }),
    heldByLetter(),
  ])
  return letterNames.map((letter) => {
    const said = own.settings.find((one) => one.letter === letter)
    const setting = said ?? standard.settings.find((one) => one.letter === letter) ?? { isActive: true, isHeld: false }
    return {
      letter,
      title: houseLetters[letter].title,
      occasion: houseLetters[letter].occasion,
      mode: modeOf(setting),
      isOwnMode: own.isDefault || said !== undefined,
      languages: letterLanguages.flatMap((language) => {
        const text = texts.find((one) => one.letter === letter && one.language === language)
        return text ? [{ language, hasDraft: text.draftBody !== null, isPublished: text.published !== null }] : []
      }),
      held: held.get(letter) ?? 0,
    }
  })
}

/** How many mails of each letter are held for a hand. */
async function heldByLetter(): Promise<Map<string, number>> {
  const counted = await db.$queryRaw<{ letter: string; n: number }[]>`
    select letter, count(*)::int as n from platform.mail where state = 'held' group by letter`
  return new Map(counted.map(({ letter, n }) => [letter, n]))
}

/** Whether each letter is written in each language, for a profile. */
export async function getCoverage({ own, standard }: ChosenProfile) {
  const texts = await db.$queryRaw<DatedText[]>`
    select t.id as "textId", t.profile_id as "profileId", t.letter, t.language, v.number, v.at
    from platform.letter_text t join platform.letter_version v on v.text_id = t.id and v.number = t.published
    where t.profile_id in (${Prisma.join([Prisma.sql`${own.id}::uuid`, Prisma.sql`${standard.id}::uuid`])})`
  return letterNames.map((letter) => ({
    letter,
    title: houseLetters[letter].title,
    cells: letterLanguages.map((language): Coverage & { of: string } => ({
      of: language,
      ...coverageOf(letter, language, texts, own, standard),
    })),
  }))
}

export type CoverageRow = Awaited<ReturnType<typeof getCoverage>>[number]

const versions = { orderBy: { number: "desc" as const }, take: 50 }

/** Everything that whoever writes a letter in one language of one profile needs: the draft, what is sent now, and every version. */
export async function getLetterDesk(letter: LetterName, language: string, { own, standard }: ChosenProfile) {
  const where = { profileId_letter_language: { profileId: own.id, letter, language } }
  const [text, sent] = await Promise.all([
    db.letterText.findUnique({ where, include: { versions } }),
    textOf(letter, language, { own, standard }),
  ])
  const isOwn = text !== null && text.published !== null
  return {
    draftVersion: text?.draftVersion ?? 0,
    draft:
      text?.draftSubject != null
        ? { subject: text.draftSubject, body: text.draftBody ?? "", at: text.draftedAt, by: text.draftedBy }
        : null,
    /** What a reader of this language gets now. */
    sent: { ...sent, isOwn, profileName: sent.profileId === own.id ? own.name : standard.name },
    published: text?.published ?? null,
    versions: (text?.versions ?? []).map(({ number, subject, body, at, actorName, restored }) => ({
      number,
      subject,
      body,
      at,
      actorName,
      restored,
    })),
  }
}

export type LetterDesk = Awaited<ReturnType<typeof getLetterDesk>>
export type LetterVersionRow = LetterDesk["versions"][number]
