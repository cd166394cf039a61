/** Text that was typed, as a part of a pattern of `like`, in which none of its signs means anything. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, "\\$&")

/**
 * Folded text without the end of an address (.com), where enough is left of it to look for. That end is in so many texts that an index of
 * trigrams, asked for it, reads half of itself and finds no less.
 */
export function withoutEnding(text: string): string {
  const rest = text.replace(/\.[a-z]{2,}$/, "")
  return /[\p{L}\p{N}]{3}/u.test(rest) ? rest : text
}
