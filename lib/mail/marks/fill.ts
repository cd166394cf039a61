import { cleanLine } from "@/lib/platform/clean-text"
import { type Block, type Inline, readInline, readMarks } from "./marks"

/** A line of a list that the product makes: linked words, and what follows them. */
export type LetterItem = { text: string; href: string | null; after: string }
export type LetterValue = string | readonly LetterItem[]

/** What the placeholders of a letter stand for; what is missing stands for nothing. */
export type LetterValues = Readonly<Record<string, LetterValue>>

/** Stands for a private link wherever a letter is shown again: the link itself is never kept. */
export const hiddenLink = "(private link)"

const isNothing = (value: LetterValue | undefined) => value === undefined || value.length === 0
const lone = (inside: readonly Inline[]) => (inside.length === 1 && inside[0]?.kind === "placeholder" ? inside[0].name : null)
const target = /^%([a-z]+)%$/

/** The placeholders in runs of a line, those of its links among them. */
export function namesIn(inside: readonly Inline[]): string[] {
  return inside.flatMap((run): string[] => {
    if (run.kind === "text") return []
    if (run.kind === "placeholder") return [run.name]
    return [...namesIn(run.inside), ...(run.kind === "link" ? nameOf(run.href) : [])]
  })
}

const nameOf = (href: string): string[] => href.match(target)?.slice(1) ?? []

function namesOf(block: Block): string[] {
  if (block.kind === "list") return block.items.flatMap(namesIn)
  return [...namesIn(block.inside), ...(block.kind === "button" ? nameOf(block.href) : [])]
}

const said = (value: LetterValue | undefined): string =>
  typeof value === "string" ? value : (value ?? []).map(({ text, after }) => text + after).join(", ")

/** Text as it was given: marks in it are no marks. Only our own link in it is one. */
function asRuns(text: string, link: string): Inline[] {
  if (!link || !text.includes(link)) return text ? [{ kind: "text", text }] : []
  return text
    .split(link)
    .flatMap((part, place): Inline[] => [
      ...(place > 0 ? [{ kind: "link" as const, href: link, inside: [{ kind: "text" as const, text: link }] }] : []),
      ...(part ? [{ kind: "text" as const, text: part }] : []),
    ])
}

function fillRuns(inside: readonly Inline[], values: LetterValues): Inline[] {
  const link = said(values.link)
  return inside.flatMap((run): Inline[] => {
    if (run.kind === "text") return [run]
    if (run.kind === "placeholder") return asRuns(said(values[run.name]), link)
    const filled = fillRuns(run.inside, values)
    return [run.kind === "bold" ? { kind: "bold", inside: filled } : { kind: "link", href: fillHref(run.href, values), inside: filled }]
  })
}

const fillHref = (href: string, values: LetterValues): string => {
  const [name] = nameOf(href)
  return name ? said(values[name]) : href
}

function fillBlock(block: Block, values: LetterValues): Block[] {
  const names = namesOf(block)
  if (names.length > 0 && names.every((name) => isNothing(values[name]))) return []
  if (block.kind === "list") return [{ ...block, items: block.items.map((item) => fillRuns(item, values)) }]
  if (block.kind === "button") return [{ ...block, href: fillHref(block.href, values), inside: fillRuns(block.inside, values) }]
  const value = values[lone(block.inside) ?? ""]
  if (typeof value === "object") return value.map(({ text, href, after }) => ({ ...block, inside: itemRuns(text, href, after) }))
  if (typeof value === "string") {
    const parts = value.split(/\n{2,}/)
    return parts.map((part) => ({ ...block, inside: asRuns(part, said(values.link)) }))
  }
  return [{ ...block, inside: fillRuns(block.inside, values) }]
}

const itemRuns = (text: string, href: string | null, after: string): Inline[] => [
  href ? { kind: "link", href, inside: [{ kind: "text", text }] } : { kind: "text", text },
  { kind: "text", text: after },
]

/** A letter's body, filled in. A paragraph or button whose placeholders all stand for nothing is left out. */
export const fillBody = (body: string, values: LetterValues): Block[] => readMarks(body).flatMap((block) => fillBlock(block, values))

/** A subject, filled in: one line, whatever the values hold. */
export function fillSubject(subject: string, values: LetterValues): string {
  const filled = fillRuns(readInline(subject), values)
  return cleanLine(plain(filled).replace(/\s+/g, " ")).slice(0, 300).toWellFormed()
}

/** The words of runs, without their marks. */
export const plain = (inside: readonly Inline[]): string =>
  inside.map((run) => (run.kind === "text" ? run.text : run.kind === "placeholder" ? "" : plain(run.inside))).join("")
