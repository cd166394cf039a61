import { describe, expect, test } from "vitest"
import { csvLine } from "../csv"
import { xlsx } from "../xlsx"
import { zip } from "../zip"
import { readFile } from "./read-file"

async function table(bytes: Buffer) {
  const { readAs, rows } = readFile(bytes)
  const read: string[][] = []
  for await (const row of rows) read.push(row)
  return { readAs, read }
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function* each<T>(items: T[]) {
  yield* items
}

const columns = [
  { head: "Company", kind: "text", width: 20 },
  { head: "Value", kind: "number", width: 10 },
  { head: "Day", kind: "day", width: 10 },
  { head: "At", kind: "time", width: 10 },
] as const

describe("a table in a file", () => {
  test.each([
    ["UTF-8", Buffer.from("\uFEFFName;Città\r\nÅsa;Genève\r\n"), "CSV, UTF-8, separated by semicolons"],
    ["UTF-16", Buffer.from("\uFEFFName\tCittà\r\nÅsa\tGenève\r\n", "utf16le"), "CSV, UTF-16, separated by tabs"],
    ["Windows", Buffer.from("Name,Città\nÅsa,Genève\n", "latin1"), "CSV, Windows-1252, separated by commas"],
    ["Excel's own mark", Buffer.from("sep=|\r\nName|Città\r\nÅsa|Genève"), "CSV, UTF-8, separated by bars"],
  ])("is read in %s", async (_name, bytes, readAs) => {
    expect(await table(bytes)).toEqual({
      readAs,
      read: [
        ["Name", "Città"],
        ["Åsa", "Genève"],
      ],
    })
  })

  test("keeps quotes, commas and lines in CSV", async () => {
    const rows = [
      ["a", "b"],
      ['say "hi", now', "one\ntwo"],
      ["=1+1", "'quoted"],
    ]
    const { read } = await table(Buffer.from(rows.map((row) => csvLine(row)).join("")))
    expect(read).toEqual(rows)
  })

  test("comes back from Excel's format as it went in", async () => {
    const rows = [
      ["=HYPERLINK(1)", "12.5", "2026-11-30", "2026-11-22T15:04:05Z"],
      ['a<b>&"c" _x000D_ \r\n ü 😀', "-3", "", ""],
      ["'=kept", "0.1", "1950-02-01", null],
    ]
    const { read, readAs } = await table(await bytesOf(xlsx("Leads / all", columns, each(rows))))
    expect(readAs).toBe("Excel workbook, first sheet")
    expect(read.slice(1)).toEqual([rows[0], ['a<b>&"c" _x000D_ \r\n ü 😀', "-3"], ["'=kept", "0.1", "1950-02-01"]])
  })

  test("is read from shared strings, prefixed names, formulas and gaps", async () => {
    const part = (name: string, text: string) => ({ name, content: [Buffer.from(text)] })
    const book = await bytesOf(
      zip(
        each([
          part("xl/workbook.xml", '<x:workbook><x:sheets><x:sheet name="A" r:id="rId7"/></x:sheets></x:workbook>'),
          part("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/one.xml"/></Relationships>'),
          part("xl/sharedStrings.xml", "<sst><si><t>Com</t><r><t>pany</t></r></si><si><t>A &amp; B</t><rPh><t>no</t></rPh></si></sst>"),
          part(
            "xl/worksheets/one.xml",
            '<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>Sum</x:t></x:is></x:c></x:row><x:row r="2"/><x:row r="3"><x:c r="A3" t="s"><x:v>1</x:v></x:c><x:c r="C3"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>',
          ),
        ]),
      ),
    )
    expect((await table(book)).read).toEqual([
      ["Company", "", "Sum"],
      ["A & B", "", "2"],
    ])
  })

  test("is refused when it would unpack without end", async () => {
    const book = await bytesOf(
      zip(
        each([
          { name: "xl/workbook.xml", content: [Buffer.from('<workbook><sheets><sheet r:id="rId1"/></sheets></workbook>')] },
          { name: "xl/_rels/workbook.xml.rels", content: [Buffer.from('<R><Relationship Id="rId1" Target="worksheets/s.xml"/></R>')] },
          { name: "xl/worksheets/s.xml", content: [Buffer.alloc(50_000_000)] },
        ]),
      ),
    )
    await expect(table(book)).rejects.toThrow("unpacks to far more")
  })

  test.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "not a text file"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "old Excel file"],
    ["a torn archive", Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), "damaged"],
  ])("is not found in %s", async (_name, bytes, message) => {
    await expect(table(bytes)).rejects.toThrow(message)
  })
})
