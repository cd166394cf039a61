import { z } from "zod"
import { houseLetters, letterNames } from "../house-letters"
import { isLetterLanguage } from "../letter-languages"
import type { ChosenProfile } from "./profiles"
import { publishedIn, textOf } from "./text-of"

const format = "gangway-letters/1"

/** Letters as a file for translators and other installations: which letter, in which language, and its words. */
export type WordsFile = {
  format: typeof format
  profile: string
  letters: { letter: string; title: string; language: string; subject: string; body: string }[]
}

/** The words of a profile: each letter as a reader of its default language gets it, and in every language in which it has words of its own. */
export async function wordsFile({ own, standard }: ChosenProfile): Promise<WordsFile> {
  const published = await publishedIn(own.id)
  const letters = await Promise.all(
    letterNames.map(async (letter) => {
      const { language, subject, body } = await textOf(letter, own.defaultLanguage, { own, standard })
      const further = published.filter((text) => text.letter === letter && text.language !== language)
      const title = houseLetters[letter].title
      return [{ language, subject, body }, ...further].map((text) => ({
        ...{ letter, title, language: text.language },
        ...{ subject: text.subject, body: text.body },
      }))
    }),
  )
  return { format, profile: own.name, letters: letters.flat() }
}

const Entry = z.object({
  letter: z.string().max(60),
  language: z.string().max(20),
  subject: z.string().max(4000),
  body: z.string().max(40_000),
})
const File = z.object({ format: z.literal(format), letters: z.array(Entry).min(1).max(400) })

export type ReadWords = { letters: z.output<typeof Entry>[]; unknown: string[] }

/** What such a file says; null where it is none. A letter or language that this product does not have is named and left out. */
export function readWordsFile(text: string): ReadWords | null {
  const read = File.safeParse(jsonOf(text))
  if (!read.success) return null
  const isKnown = ({ letter, language }: z.output<typeof Entry>) =>
    letterNames.some((name) => name === letter) && isLetterLanguage(language)
  const { letters } = read.data
  return {
    letters: letters.filter(isKnown),
    unknown: letters.filter((entry) => !isKnown(entry)).map(({ letter, language }) => `${letter}, ${language}`),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch {
    return null
  }
}
