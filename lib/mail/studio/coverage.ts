import { houseLetters, type LetterName } from "../house-letters"
import { type PublishedText, pickText, type Speaker } from "./pick-text"

/** A letter's words in one language of one profile, and when they were published. */
export type DatedText = { textId: string; profileId: string; letter: string; language: string; number: number; at: Date }

/**
 * How far a letter is written in a language. `own`: in words of the profile's own. `outdated`: the same, but the words in the default language were
 * published after them. `shared`: in the default profile's words. `house`: in the words that came with the product. `other`: in another language.
 */
export type Coverage = { state: "own" | "outdated" | "shared" | "house" | "other"; language: string }

/** What a reader of a language gets of a letter. */
export function coverageOf(letter: LetterName, language: string, texts: readonly DatedText[], own: Speaker, standard: Speaker): Coverage {
  const published = texts
    .filter((text) => text.letter === letter)
    .map((text): PublishedText => ({ ...text, subject: houseLetters[letter].subject, body: "" }))
  const picked = pickText(letter, published, { language, own, standard })
  if (picked.language !== language) return { state: "other", language: picked.language }
  if (picked.textId === null) return { state: "house", language }
  const at = (id: string | null) => texts.find(({ textId }) => textId === id)?.at.getTime() ?? 0
  const leading = pickText(letter, published, { language: own.defaultLanguage, own, standard })
  if (language !== leading.language && at(leading.textId) > at(picked.textId)) return { state: "outdated", language }
  return { state: picked.profileId === own.id ? "own" : "shared", language }
}
