import { AppError } from "@/lib/platform/errors"
import type { SheetRows } from "./sheet-rows"
import { attribute, elements, textsIn, xmlText } from "./sheet-xml"
import { Archive } from "./unzip"

const mostStrings = 200_000_000
const longestRow = 4_000_000
const widest = 500
const small = 8_000_000

type Book = { strings: string[]; isDate: boolean[]; is1904: boolean }

/** The first sheet of a workbook as rows. Formulas are not computed: what the sheet last showed is read, as text. */
export function readXlsx(bytes: Buffer): SheetRows {
  return { readAs: "Excel workbook, first sheet", rows: rowsOf(new Archive(bytes)) }
}

async function* rowsOf(archive: Archive): AsyncGenerator<string[]> {
  if (!archive.has("xl/workbook.xml")) throw new AppError("invalid", "This is not an Excel workbook (.xlsx). Save it as one, or as CSV.")
  const workbook = await archive.text("xl/workbook.xml", small)
  const book: Book = {
    strings: archive.has("xl/sharedStrings.xml") ? await stringsOf(archive) : [],
    isDate: archive.has("xl/styles.xml") ? datesOf(await archive.text("xl/styles.xml", small)) : [],
    is1904: /<(\w+:)?workbookPr[^>]*date1904="(1|true)"/.test(workbook),
  }
  let line = 0
  for await (const row of elements(archive.read(await sheetPath(archive, workbook)), "row", longestRow)) {
    const number = Number(attribute(row.slice(0, row.indexOf(">") + 1), "r") ?? line + 1)
    line = number
    const cells = cellsOf(row, book)
    if (cells.some((cell) => cell !== "")) yield cells
  }
}

async function sheetPath(archive: Archive, workbook: string): Promise<string> {
  const sheet = /<(?:\w+:)?sheet\s[^>]*>/.exec(workbook)?.[0] ?? ""
  const relation = attribute(sheet, "(?:\\w+:)?id") ?? ""
  const relations = await archive.text("xl/_rels/workbook.xml.rels", small)
  const tag = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([found]) => attribute(found, "Id") === relation)?.[0] ?? ""
  const target = attribute(tag, "Target") ?? "worksheets/sheet1.xml"
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
  if (!archive.has(path)) throw new AppError("invalid", "The workbook has no sheet that can be read.")
  return path
}

async function stringsOf(archive: Archive): Promise<string[]> {
  const strings: string[] = []
  let size = 0
  for await (const one of elements(archive.read("xl/sharedStrings.xml"), "si", longestRow)) {
    const text = textsIn(one)
    size += text.length
    if (size > mostStrings) throw new AppError("invalid", "The workbook holds more text than an import can take.")
    strings.push(text)
  }
  return strings
}

const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** For each style of a cell, whether it shows a number as a date. */
function datesOf(styles: string): boolean[] {
  const own = new Set<number>()
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = (attribute(tag, "formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")
    if (/[ymdhs]/i.test(code)) own.add(Number(attribute(tag, "numFmtId")))
  }
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ""
  return [...cells.matchAll(/<(?:\w+:)?xf(?=[\s/>])[^>]*>/g)].map(([tag]) => {
    const format = Number(attribute(tag, "numFmtId") ?? 0)
    return dateFormats.has(format) || own.has(format)
  })
}

const cellPattern = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g

function cellsOf(row: string, book: Book): string[] {
  const cells: string[] = []
  for (const [, tag = "", content = ""] of row.matchAll(cellPattern)) {
    const at = /\sr="([A-Z]{1,3})\d*"/.exec(tag)?.[1]
    const place = at ? placeOf(at) : cells.length
    if (place >= widest) continue
    while (cells.length < place) cells.push("")
    cells[place] = cellText(tag, content, book)
  }
  return cells
}

function placeOf(letters: string): number {
  let place = 0
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64
  return place - 1
}

function cellText(tag: string, content: string, { strings, isDate, is1904 }: Book): string {
  const type = /\st="(\w+)"/.exec(tag)?.[1]
  if (type === "inlineStr") return textsIn(content)
  const raw = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1]
  if (raw === undefined) return ""
  if (type === "s") return strings[Number(raw)] ?? ""
  if (type === "str" || type === "d") return xmlText(raw)
  if (type === "b") return raw === "1" ? "yes" : "no"
  if (type === "e") return ""
  const number = Number(raw)
  const style = Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0)
  if (isDate[style] && number >= 0 && number < 2_958_466) return dateText(number, is1904)
  return Number.isFinite(number) ? plainNumber(number) : xmlText(raw)
}

const plainNumber = (number: number) =>
  Math.abs(number) >= 1e21 || (number !== 0 && Math.abs(number) < 1e-6)
    ? number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
    : String(number)

function dateText(days: number, is1904: boolean): string {
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round((days + (is1904 ? 1462 : 0)) * 86_400) * 1000).toISOString()
  return Number.isInteger(days) ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`
}
