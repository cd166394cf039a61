import { AppError } from "@/lib/platform/errors"
import { openGuard } from "../formula-guard"
import { readCsv } from "./read-csv"
import { readXlsx } from "./read-xlsx"
import type { SheetRows } from "./sheet-rows"

export const mostBytes = 50 * 1024 * 1024
export const mostRows = 500_000
const mostColumns = 300

const isArchive = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
const isOldExcel = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))

/** The table in a file, by what the file is and not by what it is called. Guards against formulas are taken off again. */
export function readFile(bytes: Buffer): SheetRows {
  if (bytes.length === 0) throw new AppError("invalid", "The file is empty.")
  if (isOldExcel(bytes))
    throw new AppError("invalid", "This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password.")
  const { readAs, rows } = isArchive(bytes) ? readXlsx(bytes) : readCsv(bytes)
  return { readAs, rows: bounded(rows) }
}

async function* bounded(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let count = 0
  for await (const row of rows) {
    if (count++ > mostRows) throw new AppError("invalid", `The file has more than ${mostRows.toLocaleString("en")} rows. Split it.`)
    if (row.length > mostColumns)
      throw new AppError("invalid", `The file has more than ${mostColumns} columns. Take away those that are not needed.`)
    yield row.map((cell) => openGuard(cell.includes("\0") ? cell.replaceAll("\0", "") : cell).toWellFormed())
  }
}
