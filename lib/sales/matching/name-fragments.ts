import { commonWords } from "./legal-forms"

const long = 10

/**
 * Pieces of a company's name by which alike names are looked for: the beginning and the end of the two words that tell most, so that a slip in a word leaves
 * one of its pieces whole. Four pieces, or two where the name is one word; none where it has no word of four letters.
 */
export function nameFragments(nameKey: string): string[] {
  const words = [...new Set(nameKey.split(" "))].filter((word) => word.length > 3)
  const telling = words.toSorted((one, other) => weight(other) - weight(one)).slice(0, 2)
  return telling.flatMap((word) => {
    const size = word.length >= long ? 5 : 4
    return [word.slice(0, size), word.slice(-size)].map((piece) => piece.replace(/[\\%_]/g, ""))
  })
}

const weight = (word: string) => word.length - (commonWords.has(word) ? 100 : 0)
