import { houseLetters, type LetterName } from "../house-letters"

/** A letter's published words in one language of one profile. */
export type PublishedText = { textId: string; profileId: string; language: string; number: number; subject: string; body: string }

/** A profile as far as it decides on words. */
export type Speaker = { id: string; defaultLanguage: string }

/** The words that a reader gets, and where they come from; without a text they are those of the house. */
export type PickedText = {
  subject: string
  body: string
  language: string
  profileId: string
  textId: string | null
  version: number | null
}

/** What the house says by itself, in English; it stands where the default profile says nothing in English. */
export const houseLanguage = "en"

/** In which order words are looked for: the reader's language before the profile's own voice, and last the languages by default. */
export function searchOrder(language: string, own: Speaker, standard: Speaker): { profileId: string; language: string }[] {
  const order = [
    { profileId: own.id, language },
    { profileId: standard.id, language },
    { profileId: own.id, language: own.defaultLanguage },
    { profileId: standard.id, language: standard.defaultLanguage },
    { profileId: standard.id, language: houseLanguage },
  ]
  return order.filter((one, at) => order.findIndex((other) => other.profileId === one.profileId && other.language === one.language) === at)
}

/** The words of a letter for a reader: the first that are found in that order. */
export function pickText(
  letter: LetterName,
  published: readonly PublishedText[],
  reader: { language: string; own: Speaker; standard: Speaker },
): PickedText {
  const { language, own, standard } = reader
  for (const place of searchOrder(language, own, standard)) {
    const found = published.find((text) => text.profileId === place.profileId && text.language === place.language)
    if (found) {
      const { subject, body, textId, number: version } = found
      return { subject, body, ...place, textId, version }
    }
    if (place.profileId === standard.id && place.language === houseLanguage) break
  }
  const { subject, body } = houseLetters[letter]
  return { subject, body, language: houseLanguage, profileId: standard.id, textId: null, version: null }
}
