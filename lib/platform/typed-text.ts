/** Text that was typed, as a part of a pattern of `like`, in which none of its signs means anything. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, "\\$&")

/**
 * Folded text as it is looked for. A phone number stands in the stores without blanks and signs, and is found however people write or dial it: "+351 265 548 210",
 * "00351 265-548-210", "(0265) 548 210". A number of the house, such as 2026-000123, is no phone number.
 */
export function soughtText(folded: string): string {
  const written = folded.replace(/ ?;? ?ext[.=]? ?\d*$/, "").trim()
  const digits = written.replaceAll("(0)", "").replace(/\D/g, "")
  if (!/^\+?[\d .()/-]+$/.test(written) || digits.length < 5) return folded
  if (/^\d+$/.test(written) && (digits.length < 8 || !digits.startsWith("0"))) return folded
  if (/^[1-9]\d*-\d+$/.test(written)) return folded
  if (/^(\+|00)/.test(written)) return `+${digits.replace(/^00/, "")}`
  return digits.replace(/^0/, "")
}

/**
 * The part of folded text that tells most: of a record number its digits, of an address what stands before its end (.com). What begins all numbers and
 * ends all addresses is in every text, and an index of trigrams that is asked for it reads half of itself and finds no less.
 */
export function tellingPart(text: string): string {
  const [digits] = text.match(/\d{5,}/) ?? []
  if (digits) return digits
  const rest = text.replace(/\.[a-z]{2,}$/, "")
  return /[\p{L}\p{N}]{3}/u.test(rest) ? rest : text
}
