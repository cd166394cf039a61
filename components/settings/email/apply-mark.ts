export type Selected = { text: string; from: number; to: number }
export type MarkName = "title" | "heading" | "bold" | "list" | "link" | "button" | "said" | "quiet"

const starts: Partial<Record<MarkName, string>> = { title: "# ", heading: "## ", list: "- ", said: "> ", quiet: "~ " }

/** Puts a mark on what is selected in a text; what was selected stays selected, so that one can type over it. */
export function applyMark({ text, from, to }: Selected, mark: MarkName): Selected {
  const start = starts[mark]
  if (start) return onLines({ text, from, to }, start)
  const words = text.slice(from, to) || "Words"
  const [before, after] = mark === "bold" ? ["**", "**"] : mark === "link" ? ["[", "](https://)"] : ["[[", "]](%link%)"]
  const at = from + before.length
  return { text: text.slice(0, from) + before + words + after + text.slice(to), from: at, to: at + words.length }
}

/** Every selected line begins with the mark; where all of them do, it is taken away again. */
function onLines({ text, from, to }: Selected, start: string): Selected {
  const begin = text.lastIndexOf("\n", from - 1) + 1
  const found = text.indexOf("\n", to)
  const end = found < 0 ? text.length : found
  const lines = text.slice(begin, end).split("\n")
  const isOn = lines.every((line) => line.startsWith(start))
  const marked = lines.map((line) => (isOn ? line.slice(start.length) : `${start}${line.replace(/^(#{1,2}|[->~]) /, "")}`)).join("\n")
  return { text: text.slice(0, begin) + marked + text.slice(end), from: begin, to: begin + marked.length }
}

/** Puts words in the place of what is selected. */
export function insertWords({ text, from, to }: Selected, words: string): Selected {
  const at = from + words.length
  return { text: text.slice(0, from) + words + text.slice(to), from: at, to: at }
}

/** Where a place of a text stands, counted from its beginning. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n").slice(0, line - 1)
  return lines.reduce((sum, words) => sum + words.length + 1, 0) + column - 1
}
