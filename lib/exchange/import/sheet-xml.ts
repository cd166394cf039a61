import { StringDecoder } from "node:string_decoder"

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/** Text out of XML: its entities, and the signs that Excel writes as `_x000D_`. Nothing else is looked up. */
export function xmlText(raw: string): string {
  const text = raw.includes("&")
    ? raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, decimal, name) => {
        if (name) return named[name] ?? all
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : all
      })
    : raw
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text
}

/** The value of an attribute within a tag; null where it has none. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? xmlText(found[1] ?? found[2] ?? "") : null
}

/** All text of the `t` elements inside a piece of XML, without what is only how to pronounce it. */
export function textsIn(xml: string): string {
  const plain = xml.includes("rPh") ? xml.replace(/<(\w+:)?rPh\b[\s\S]*?<\/(\w+:)?rPh>/g, "") : xml
  let text = ""
  for (const [, found = ""] of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) text += found
  return xmlText(text)
}

/** The elements of one name out of a stream of XML, each whole with its tags. `longest` keeps one of them from filling the memory. */
export async function* elements(pieces: AsyncIterable<Buffer>, name: string, longest: number): AsyncGenerator<string> {
  const open = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])`, "g")
  const decoder = new StringDecoder("utf8")
  let text = ""
  for await (const piece of pieces) {
    text += decoder.write(piece)
    let from = 0
    for (;;) {
      open.lastIndex = from
      const begun = open.exec(text)
      if (!begun) {
        const last = text.lastIndexOf("<")
        text = last < from ? "" : text.slice(last)
        break
      }
      const tagEnd = text.indexOf(">", begun.index)
      const closing = `</${begun[1]}${name}>`
      const isEmpty = tagEnd > 0 && text[tagEnd - 1] === "/"
      const end = tagEnd < 0 ? -1 : isEmpty ? tagEnd + 1 : text.indexOf(closing, tagEnd)
      if (end < 0) {
        text = text.slice(begun.index)
        if (text.length > longest) throw new Error(`An element ${name} does not end.`)
        break
      }
      const whole = isEmpty ? end : end + closing.length
      yield text.slice(begun.index, whole)
      from = whole
    }
  }
}
