import { wordsIn } from "../letter-languages"
import { plain } from "./fill"
import type { Block, Inline } from "./marks"
import type { Sheet } from "./write-html"

const runs = (inside: readonly Inline[]): string =>
  inside
    .map((run) => {
      if (run.kind === "text") return run.text
      if (run.kind === "bold") return runs(run.inside)
      if (run.kind === "placeholder") return ""
      const words = plain(run.inside)
      return words === run.href ? words : `${words} (${run.href})`
    })
    .join("")

function block(one: Block): string {
  if (one.kind === "list") return one.items.map((item, at) => `${one.isNumbered ? `${at + 1}.` : "-"} ${runs(item)}`).join("\n")
  if (one.kind === "button") return `${plain(one.inside)}:\n${one.href}`
  return runs(one.inside)
}

/** The same letter for whoever reads mail as plain text. */
export const writeText = (blocks: readonly Block[], { language, storeName, storeUrl }: Omit<Sheet, "face" | "subject">): string =>
  [storeName, ...blocks.map(block), [`${wordsIn(language).sentBy} ${storeName}`, storeUrl].filter(Boolean).join(", ")].join("\n\n")
