import { houseLetters, type LetterName } from "./house-letters"
import { isLetterPlaceholder, type LetterPlaceholder } from "./letter-placeholders"
import { buttonLine } from "./marks/marks"

/** What is wrong with the words of a letter, and where. Lines and columns are counted from 1. */
export type WordsProblem = { field: "subject" | "body"; line: number; column: number; message: string }

const placeholder = /(?<!\\)%([A-Za-z_]+)%/g
const link = /(?<!\\)(?<!\[)\[([^[\]\n]+)\]\(([^()\n]*)\)/g
/** Letters that go to an address which nobody may have confirmed. */
const toAnybody: readonly LetterName[] = ["request-received", "request-reminder", "request-merged"]
const strangersWords: readonly LetterPlaceholder[] = ["firstname", "lastname", "company", "email", "zipcode", "comments"]

/** Everything that keeps these words from being published as this letter, in the order in which it stands there. */
export function checkWords(letter: LetterName, { subject, body }: { subject: string; body: string }): WordsProblem[] {
  return [
    ...unnamed(letter, "subject", subject),
    ...inSubject(subject),
    ...unnamed(letter, "body", body),
    ...badLinks(body),
    ...missing(letter, body),
  ]
}

/** A problem in words, with its place. */
export const placed = ({ field, line, column, message }: WordsProblem): string =>
  field === "subject" ? `Subject, column ${column}: ${message}` : `Line ${line}, column ${column}: ${message}`

const linesOf = (text: string) => text.split("\n").map((words, at) => ({ words, line: at + 1 }))

function unnamed(letter: LetterName, field: WordsProblem["field"], text: string): WordsProblem[] {
  return linesOf(text).flatMap(({ words, line }) =>
    [...words.matchAll(placeholder)].flatMap(({ 0: whole, 1: name = "", index }) => {
      const message = refusalToName(letter, whole, name)
      return message ? [{ field, line, column: index + 1, message }] : []
    }),
  )
}

function refusalToName(letter: LetterName, whole: string, name: string): string | null {
  const known: readonly string[] = houseLetters[letter].placeholders
  if (known.includes(name)) return null
  const right = name.toLowerCase()
  if (known.includes(right)) return `There is no placeholder ${whole}. Write %${right}%.`
  if (!isLetterPlaceholder(name)) return `There is no placeholder ${whole}. For the sign itself, type \\%.`
  if (toAnybody.includes(letter) && strangersWords.includes(name))
    return `${whole} cannot stand in this letter: nobody may have confirmed the address, and it would carry a stranger’s words.`
  return `${whole} stands for nothing in this letter.`
}

function inSubject(subject: string): WordsProblem[] {
  const at = { field: "subject" as const, line: 1 }
  const found: WordsProblem[] = []
  if (subject.trim() === "") found.push({ ...at, column: 1, message: "Enter a subject." })
  const private_ = subject.indexOf("%link%")
  if (private_ >= 0) found.push({ ...at, column: private_ + 1, message: "The private link belongs into the letter, not into its subject." })
  return found
}

function badLinks(body: string): WordsProblem[] {
  return linesOf(body).flatMap(({ words, line }) => {
    const at = { field: "body" as const, line }
    const [, label, href] = words.trim().match(buttonLine) ?? []
    if (label !== undefined) return leads(href ?? "") ? [] : [{ ...at, column: 1, message: whereTo("A button") }]
    const lone = words.indexOf("[[")
    const button =
      lone >= 0 && words.includes("]]")
        ? [{ ...at, column: lone + 1, message: "A button stands alone on its line: [[Words]](%link%)." }]
        : []
    const links = [...words.matchAll(link)].filter(({ 2: to = "" }) => !leads(to))
    return [...button, ...links.map(({ index }) => ({ ...at, column: index + 1, message: whereTo("A link") }))]
  })
}

const whereTo = (what: string) => `${what} leads to an address that begins with https:// or mailto:, to %link% or to %storeurl%.`

function leads(href: string): boolean {
  if (href === "%link%" || href === "%storeurl%") return true
  if (/[\s"<>%]/.test(href.replace(/%[0-9A-F]{2}/gi, "")) || !URL.canParse(href)) return false
  const { protocol, hostname, pathname } = new URL(href)
  return protocol === "mailto:" ? pathname.includes("@") : (protocol === "https:" || protocol === "http:") && hostname !== ""
}

function missing(letter: LetterName, body: string): WordsProblem[] {
  const at = { field: "body" as const, line: body.split("\n").length, column: 1 }
  if (body.trim() === "") return [{ ...at, message: "Write the letter first." }]
  const needs: readonly LetterPlaceholder[] = houseLetters[letter].needs
  return needs
    .filter((name) => ![...body.matchAll(placeholder)].some(({ 1: found }) => found === name))
    .map((name) => ({ ...at, message: `%${name}% is missing. The letter is of no use without it.` }))
}
