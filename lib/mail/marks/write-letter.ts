import { fillBody, fillSubject, type LetterValues } from "./fill"
import type { Face } from "./letter-look"
import { writeHtml } from "./write-html"
import { writeText } from "./write-text"

/** A letter's words with marks and placeholders, and what these stand for; `storename` and `storeurl` are among the values. */
export type LetterToWrite = { subject: string; body: string; language: string; values: LetterValues; face?: Face }

export type WrittenLetter = { subject: string; html: string; text: string }

/** Writes a letter, both parts, in the look of the house. Pure: the same words and values always make the same letter. */
export function writeLetter({ subject, body, language, values, face = null }: LetterToWrite): WrittenLetter {
  const [storeName, storeUrl] = [String(values.storename ?? ""), String(values.storeurl ?? "")]
  const blocks = fillBody(body, values)
  const filled = fillSubject(subject, values)
  const sheet = { subject: filled, language, storeName, storeUrl, face }
  return { subject: filled, html: writeHtml(blocks, sheet), text: writeText(blocks, sheet) }
}
