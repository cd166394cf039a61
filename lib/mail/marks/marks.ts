/** A run of a line. `href` of a link is an address or a placeholder that stands for one. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "placeholder"; name: string }
  | { kind: "bold"; inside: readonly Inline[] }
  | { kind: "link"; href: string; inside: readonly Inline[] }

export type Paragraph = { kind: "title" | "heading" | "words" | "said" | "quiet"; inside: readonly Inline[] }
export type List = { kind: "list"; isNumbered: boolean; items: readonly (readonly Inline[])[] }
export type ActionButton = { kind: "button"; href: string; inside: readonly Inline[] }
export type Block = Paragraph | List | ActionButton

/** The marks, for whoever writes: how each is typed, and what becomes of it. */
export const marks = [
  { typed: "# Words", says: "The letter's title" },
  { typed: "## Words", says: "A heading" },
  { typed: "- Words", says: "A point of a list; 1. numbers it" },
  { typed: "> Words", says: "What somebody said, set apart" },
  { typed: "~ Words", says: "Small print" },
  { typed: "**Words**", says: "Bold" },
  { typed: "[Words](https://…)", says: "A link" },
  { typed: "[[Words]](%link%)", says: "A button, on a line of its own" },
  { typed: "\\", says: "Before a mark: the sign itself" },
] as const

const inline = /\\([\\*[\]%#>~-])|%([a-z]+)%|\*\*(.+?)\*\*|\[([^[\]\n]+)\]\(([^()\s]*)\)/g
export const buttonLine = /^\[\[(.+)\]\]\((\S*)\)$/
const starts = { "# ": "title", "## ": "heading", "> ": "said", "~ ": "quiet" } as const
const listItem = /^(?:-|(\d+)\.) +(.*)$/

/** One or more lines with their marks read. */
export function readInline(text: string): Inline[] {
  const found: Inline[] = []
  let at = 0
  const say = (more: string) => {
    const last = found.at(-1)
    if (last?.kind === "text") last.text += more
    else if (more) found.push({ kind: "text", text: more })
  }
  for (const match of text.matchAll(inline)) {
    const [whole, escaped, name, bold, label, href] = match
    say(text.slice(at, match.index))
    at = match.index + whole.length
    if (escaped) say(escaped)
    else if (name) found.push({ kind: "placeholder", name })
    else if (bold) found.push({ kind: "bold", inside: readInline(bold) })
    else found.push({ kind: "link", href: href ?? "", inside: readInline(label ?? "") })
  }
  say(text.slice(at))
  return found
}

type Line = { kind: Paragraph["kind"] | "button" | "item" | "number" | "blank"; text: string; href?: string }

function readLine(line: string): Line {
  if (line.trim() === "") return { kind: "blank", text: "" }
  const [, label, href] = line.trim().match(buttonLine) ?? []
  if (label) return { kind: "button", text: label, href: href ?? "" }
  for (const [sign, kind] of Object.entries(starts)) if (line.startsWith(sign)) return { kind, text: line.slice(sign.length).trim() }
  const [, number, item] = line.match(listItem) ?? []
  if (item !== undefined) return { kind: number ? "number" : "item", text: item.trim() }
  return { kind: "words", text: line.trim() }
}

/** A text with its marks read: blocks, parted by empty lines or by a mark of another kind. Whatever is no mark is words; nothing is refused here. */
export function readMarks(text: string): Block[] {
  const blocks: Block[] = []
  const standing = { kind: "blank" as Line["kind"], lines: [] as string[] }
  const close = () => {
    const { kind, lines } = standing
    if (kind === "item" || kind === "number") blocks.push({ kind: "list", isNumbered: kind === "number", items: lines.map(readInline) })
    else if (kind !== "blank" && kind !== "button") blocks.push({ kind, inside: readInline(lines.join("\n")) })
    standing.kind = "blank"
    standing.lines = []
  }
  for (const line of text.split("\n").map(readLine)) {
    if (line.kind !== standing.kind || line.kind === "title" || line.kind === "heading") close()
    if (line.kind === "button") blocks.push({ kind: "button", href: line.href ?? "", inside: readInline(line.text) })
    else if (line.kind !== "blank") {
      standing.kind = line.kind
      standing.lines.push(line.text)
    }
  }
  close()
  return blocks
}
