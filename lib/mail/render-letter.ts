import { plainTextSelectors, render, toPlainText } from "react-email"
import type { ClaimedMail } from "./claim-mail"
import { letterBook } from "./letter-book"

const inPlainText = {
  wordwrap: false as const,
  selectors: [
    ...plainTextSelectors,
    { selector: "h1", options: { uppercase: false } },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: false as const } },
  ],
}

/** Writes a letter from today's truth, both parts; null when it is no longer worth sending. */
export async function renderLetter(mail: Pick<ClaimedMail, "letter" | "about" | "linkId" | "decisionId">, now: Date) {
  const write = letterBook[mail.letter]
  const letter = await write(mail.about, { linkId: mail.linkId, decisionId: mail.decisionId, now })
  if (!letter) return null
  const html = await render(letter)
  return { html, text: toPlainText(html, inPlainText) }
}
