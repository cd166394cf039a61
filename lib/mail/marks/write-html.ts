import { wordsIn } from "../letter-languages"
import { plain } from "./fill"
import { type Face, type LetterPart, sheetOfStyles, styleOf } from "./letter-look"
import type { Block, Inline } from "./marks"

export type Sheet = { subject: string; language: string; storeName: string; storeUrl: string; face: Face }

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** Where a link may lead; everything else stays words. */
const leadsSomewhere = (href: string) => /^(https?:\/\/|mailto:)/i.test(href)

/** The page that every letter is written on: the store's name, the words, and where the letter comes from. All that is not ours is text. */
export function writeHtml(blocks: readonly Block[], { subject, language, storeName, storeUrl, face }: Sheet): string {
  const part = (tag: string, name: LetterPart, inside: string, more = "") =>
    `<${tag} class="${name}" style="${safe(styleOf(name, face))}"${more}>${inside}</${tag}>`
  const table = (name: LetterPart, inside: string, more = "") =>
    part("table", name, `<tbody><tr>${inside}</tr></tbody>`, ` role="presentation" cellpadding="0" cellspacing="0" border="0"${more}`)
  const anchor = (href: string, name: LetterPart, words: string) =>
    leadsSomewhere(href) ? part("a", name, words, ` href="${safe(href)}" target="_blank" rel="noopener"`) : part("span", name, words)

  const runs = (inside: readonly Inline[]): string => inside.map(run).join("")
  const run = (one: Inline): string => {
    if (one.kind === "text") return safe(one.text).replaceAll("\n", "<br>")
    if (one.kind === "bold") return `<strong>${runs(one.inside)}</strong>`
    return one.kind === "link" ? anchor(one.href, "link", runs(one.inside)) : ""
  }
  const block = (one: Block): string => {
    if (one.kind === "list") {
      const items = one.items.map((item) => part("li", "item", runs(item))).join("")
      return part(one.isNumbered ? "ol" : "ul", "list", items)
    }
    if (one.kind === "button") return table("buttonPlace", part("td", "button", anchor(one.href, "buttonWords", runs(one.inside))))
    if (one.kind === "said") return part("div", "said", part("p", "saidWords", runs(one.inside)))
    const tags = { title: "h1", heading: "h2", words: "p", quiet: "p" } as const
    return part(tags[one.kind], one.kind, runs(one.inside))
  }

  const sentBy = `${safe(wordsIn(language).sentBy)} ${safe(storeName)}${storeUrl ? `, ${anchor(storeUrl, "link", safe(storeUrl))}` : ""}`
  const page = [
    part("p", "brand", safe(storeName)),
    ...blocks.map(block),
    part("hr", "line", "").replace("</hr>", ""),
    part("p", "quiet", sentBy),
  ]
  const sheet = table("sheet", part("td", "page", page.join("\n")), ' align="center"')
  const styles = face ? "" : `<style>${sheetOfStyles}</style>`
  return `<!DOCTYPE html>
<html lang="${safe(language)}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${face?.scheme ?? "light dark"}"><title>${safe(subject)}</title>${styles}</head>
<body class="desk" style="${safe(styleOf("desk", face))}"><div style="display:none;max-height:0;overflow:hidden">${safe(glanceOf(blocks))}</div>
${table("desk", part("td", "place", sheet, ' align="center"'), ' width="100%"')}
</body></html>`
}

/** What a mail program shows beside the subject: the first words that say something. */
function glanceOf(blocks: readonly Block[]): string {
  const words = blocks.flatMap((block) => (block.kind === "words" ? [plain(block.inside).replaceAll("\n", " ")] : []))
  return (words.find((text) => text.length > 30) ?? words[0] ?? "").slice(0, 140)
}
