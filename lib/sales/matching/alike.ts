import { commonWords } from "./legal-forms"

/** The threes of letters of each word with its blanks, as the index of trigrams cuts them. */
function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.split(" ")) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** How many of their trigrams two texts share, 0–1: what PostgreSQL's similarity() says of them. */
export function trigramShare(one: string, other: string): number {
  if (one === "" || other === "") return 0
  const [mine, theirs] = [trigrams(one), trigrams(other)]
  let shared = 0
  for (const three of mine) if (theirs.has(three)) shared++
  return shared / (mine.size + theirs.size - shared)
}

/** How alike two words are by the slips that lie between them, 0–1; two letters that changed places are one slip. */
export function wordsAlike(one: string, other: string): number {
  if (one === other) return 1
  const longest = Math.max(one.length, other.length)
  if (longest === 0 || Math.abs(one.length - other.length) > longest / 2) return 0
  return 1 - slips(one, other) / longest
}

function slips(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1]
      let least = Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (isSwapped) least = Math.min(least, (before[at - 2] ?? 0) + 1)
      line.push(least)
    }
    before = above
    above = line
  }
  return above.at(-1) ?? 0
}

/** A word counts as met from here on; less and it is another word. */
const met = 0.75
const weightOf = (word: string) => (commonWords.has(word) ? 0.35 : word.length < 3 ? 0.6 : 1)

/** How much of their words two names share, each word met by its nearest, common words counting less. 0–1. */
function wordShare(one: string, other: string): number {
  const [mine, theirs] = [one.split(" "), other.split(" ")]
  const open = new Set(theirs.keys())
  let shared = 0
  for (const word of mine) {
    let [best, at] = [0, -1]
    for (const place of open) {
      const alike = wordsAlike(word, theirs[place] ?? "")
      if (alike > best) [best, at] = [alike, place]
    }
    if (best < met) continue
    open.delete(at)
    shared += best * (weightOf(word) + weightOf(theirs[at] ?? ""))
  }
  const all = [...mine, ...theirs].reduce((sum, word) => sum + weightOf(word), 0)
  return all === 0 ? 0 : shared / all
}

/** How alike two names are, 0–1: by their trigrams, and by their words with the slips of typing. "Net Works" is "Networks". */
export function namesAlike(one: string, other: string): number {
  if (one === "" || other === "") return 0
  if (one === other) return 1
  const trigram = trigramShare(one, other)
  const [mine, theirs] = [one.replaceAll(" ", ""), other.replaceAll(" ", "")]
  if (mine === theirs) return 0.98
  if (isShortFor(one, other) || isShortFor(other, one)) return 0.8
  return Math.max(trigram, 0.35 * trigram + 0.65 * wordShare(one, other), mine.length > 5 ? 0.95 * trigramShare(mine, theirs) : 0)
}

/** Whether a name of one word is made of the other's first letters: three at least, since two say nothing. */
const isShortFor = (short: string, long: string): boolean =>
  short.length > 2 &&
  !short.includes(" ") &&
  long
    .split(" ")
    .map(([letter]) => letter)
    .join("") === short
