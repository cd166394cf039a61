import { dayMs } from "@/lib/platform/zone"
import { keepQuotes } from "./formula-guard"
import type { SheetColumn } from "./sheet-column"
import { type ZipEntry, zip } from "./zip"

/** What one sheet of Excel holds beside its heads. */
export const rowsInSheet = 1_048_575
const sheetBytes = 3_500_000_000
const pieceLength = 1 << 17

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const offices = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006"
const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** The style of a kind of cell, by its place in styles.xml. */
const styleOf = { text: 0, head: 1, number: 0, day: 2, time: 3 } as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const special = /[&<>\r]|_x[0-9A-Fa-f]{4}_/g
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "_x000D_" }
const longest = 32_767

const xmlText = (text: string) =>
  text
    .toWellFormed()
    .replace(special, (found) => entities[found] ?? `_x005F${found}`)
    .replace(unwritable, "")
    .slice(0, longest)

function letters(place: number): string {
  const high = Math.floor(place / 26)
  return (high > 0 ? letters(high - 1) : "") + String.fromCharCode(65 + (place % 26))
}

const textCell = (at: string, style: number, text: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
const numberCell = (at: string, style: number, number: string | number) => `<c r="${at}" s="${style}"><v>${number}</v></c>`

const dayZero = Date.UTC(1899, 11, 30)

/** A cell; dates are days since 1899-12-30, as Excel counts them. Text is marked as text, so that nothing in it runs. */
function cell(at: string, kind: SheetColumn["kind"], value: string): string {
  if (kind === "number" && /^-?\d{1,15}(\.\d+)?$/.test(value)) return numberCell(at, styleOf.number, value)
  if (kind === "day" || kind === "time") {
    const days = (Date.parse(value) - dayZero) / dayMs
    if (days >= 61) return numberCell(at, styleOf[kind], kind === "day" ? days : Math.round(days * 86_400) / 86_400)
  }
  return textCell(at, styleOf.text, keepQuotes(value))
}

function* headOf(columns: readonly SheetColumn[]): Generator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`
  for (const [place, { width }] of columns.entries()) yield `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`
  const heads = columns.map(({ head }, place) => textCell(`${letters(place)}1`, styleOf.head, head)).join("")
  yield `</cols><sheetData><row r="1">${heads}</row>`
}

/** Rows that are taken one by one by several sheets after each other. */
type Source = { next(): Promise<readonly (string | null)[] | null> }

async function* sheet(
  columns: readonly SheetColumn[],
  names: readonly string[],
  rows: Source,
  state: { more: boolean },
): AsyncGenerator<Buffer> {
  let text = [...headOf(columns)].join("")
  let size = 0
  for (let count = 0; count < rowsInSheet && size < sheetBytes; count++) {
    const row = await rows.next()
    if (!row) {
      state.more = false
      break
    }
    const number = count + 2
    text += `<row r="${number}">`
    for (const [place, column] of columns.entries()) {
      const value = row[place]
      if (value !== null && value !== undefined && value !== "") text += cell(`${names[place]}${number}`, column.kind, value)
    }
    text += "</row>"
    if (text.length < pieceLength) continue
    const piece = Buffer.from(text)
    size += piece.length
    text = ""
    yield piece
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`)
}

/** A workbook as a stream: as many sheets as the rows need, memory for a few rows. */
export function xlsx(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly (string | null)[]>,
): AsyncGenerator<Buffer> {
  return zip(parts(name, columns, rows))
}

async function* parts(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly (string | null)[]>,
): AsyncGenerator<ZipEntry> {
  const iterator = rows[Symbol.asyncIterator]()
  const ahead: { row: readonly (string | null)[] | null; isRead: boolean } = { row: null, isRead: false }
  const read = async () => {
    const { value, done } = await iterator.next()
    return done ? null : value
  }
  const source: Source = {
    async next() {
      if (!ahead.isRead) return read()
      ahead.isRead = false
      return ahead.row
    },
  }
  const names = columns.map((_, place) => letters(place))
  const state = { more: true }
  let sheets = 0
  try {
    do {
      sheets++
      yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet(columns, names, source, state) }
      if (state.more) {
        ahead.row = await read()
        ahead.isRead = true
        state.more = ahead.row !== null
      }
    } while (state.more)
  } finally {
    await iterator.return?.()
  }
  for (const [path, text] of Object.entries(bookParts(name, sheets))) yield { name: path, content: [Buffer.from(declaration + text)] }
}

function bookParts(name: string, sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, place) => place + 1)
  const title = xmlText(name.replace(/[[\]*?:/\\']/g, " ").slice(0, 26)).replaceAll('"', "&quot;")
  const types = numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${mime}.worksheet+xml"/>`).join("")
  const listed = numbers.map((n) => `<sheet name="${n === 1 ? title : `${title} ${n}`}" sheetId="${n}" r:id="rId${n}"/>`).join("")
  const related = numbers.map((n) => `<Relationship Id="rId${n}" Type="${offices}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")
  return {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${offices}"><sheets>${listed}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${related}<Relationship Id="rId${sheets + 1}" Type="${offices}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${offices}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/>${types}<Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/></Types>`,
  }
}
