import type { ClaimedMail } from "./claim-mail"
import { letterBook } from "./letter-book"
import type { DraftDecision } from "./mail-to-write"
import { hiddenLink, type LetterValues } from "./marks/fill"
import type { Face } from "./marks/letter-look"
import { writeLetter } from "./marks/write-letter"
import { storeOf } from "./studio/store-of"
import { textOf } from "./studio/text-of"

type MailToRender = Pick<ClaimedMail, "letter" | "about" | "linkId" | "decisionId" | "language"> & { draft?: DraftDecision; face?: Face }

/**
 * Writes a letter from today's truth in the words that are published today, both parts; null when it is no longer worth sending.
 * What the house itself says in it, such as what a button does, follows the words: a letter that falls back to English is English throughout.
 */
export async function renderLetter(mail: MailToRender, now: Date) {
  const { letter, about, linkId, decisionId, draft } = mail
  const voice = await storeOf(about)
  const words = await textOf(letter, mail.language, voice)
  const { subject, body, language } = words
  const today = await letterBook[letter](about, { linkId, decisionId, draft, language, now })
  if (!today) return null
  const values = { ...today, storename: voice.store.storeName, storeurl: voice.store.storeUrl }
  return {
    ...writeLetter({ subject, body, language, values, face: mail.face }),
    words,
    values: withoutLink(values),
    sender: voice.sender,
    profileId: voice.own.id,
    profileName: voice.own.name,
  }
}

/** The values as they may be kept: whoever reads the ledger gets no key from it. */
export function withoutLink(values: LetterValues): LetterValues {
  const { link } = values
  if (typeof link !== "string" || link === "") return values
  const hide = (text: string) => text.replaceAll(link, hiddenLink)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? hide(value) : value]))
}
