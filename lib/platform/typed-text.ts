/** Text that was typed, as a part of a pattern of `like`, in which none of its signs means anything. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, "\\$&")

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
