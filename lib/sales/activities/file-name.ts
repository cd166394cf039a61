import { cleanLine } from "@/lib/platform/clean-text"

const longest = 120
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const unsafe = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF<>:"/\\|?*;%]/g

/** A file's name as it is kept: its last part, without signs that some system reads as a path, an order or a direction; the ending stays. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ""
  const clean = cleanLine(last.toWellFormed().replace(unsafe, " ")).replace(/^[.\s]+|[.\s]+$/g, "")
  if (clean === "") return "file"
  if (clean.length <= longest) return clean
  const ending = clean.match(/\.[^.\s]{1,12}$/)?.[0] ?? ""
  return `${clean.slice(0, longest - ending.length).trimEnd()}${ending}`.toWellFormed()
}

/** The header that makes a browser save the file under its name, whatever the file says that it is. */
export function asDownload(name: string): string {
  const plain =
    name
      .normalize("NFKD")
      .replace(/[^\x20-\x7E]/g, "")
      .replace(/["\\]/g, "")
      .trim() || "file"
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
