const invisible = /[\u200B\u2060\uFEFF\u180E]/g
const looksBlank = /[\s\u00AD\u115F\u1160\u180E\u200B-\u200F\u2060-\u2064\u2800\u3164\uFEFF\uFFA0]|[\uFE00-\uFE0F]/g
const spaces = /[\t\p{Zs}]+/gu
const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]/
const reordering = /[\u202A-\u202E\u2066-\u2069]/
// Letters of every living script fit in three bytes; only pictures need four.
const bytesPerCodePoint = 3

/** Whether the database takes a text at all: it holds no NUL, and no half of a sign. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0")

/** One line of text in its normal form: NFC, no invisible signs, single spaces, no space at the ends; "" when nothing can be seen. */
export function cleanLine(text: string): string {
  return clean(text).replace(spaces, " ").trim()
}

/** Text of several lines in its normal form: as {@link cleanLine}, with "\n" between lines and at most one empty line in a row. */
export function cleanText(text: string): string {
  const lines = clean(text)
    .replace(lineBreaks, "\n")
    .split("\n")
    .map((line) => line.replace(/[\t\p{Zs}]+$/u, ""))
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/**
 * What keeps a cleaned text from being stored, as the end of a sentence about it, or null.
 * `max` counts code points; bytes are limited to three for each of them.
 */
export function textProblem(text: string, { max, lines = false }: { max: number; lines?: boolean }): string | null {
  if (!text.isWellFormed() || controls.test(text)) return "holds a sign that cannot be shown. Type it anew instead of pasting it"
  if (reordering.test(text)) return "holds a hidden sign that turns the reading direction. Type it anew instead of pasting it"
  if (!lines && /[\n\u2028\u2029]/.test(text)) return "must stand on one line"
  const length = [...text].length
  if (length > max) return `has ${length.toLocaleString("en")} characters. Use at most ${max.toLocaleString("en")}`
  if (new TextEncoder().encode(text).length > max * bytesPerCodePoint) return "holds too many pictures or rare signs. Shorten it"
  return null
}

function clean(text: string): string {
  if (!text.isWellFormed()) return text
  if (text.replace(looksBlank, "") === "") return ""
  return text.replace(invisible, "").normalize("NFC")
}
