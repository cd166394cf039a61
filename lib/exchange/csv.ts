import { guardFormula } from "./formula-guard"

/** Excel takes a file for UTF-8 when it begins with this. */
export const byteOrderMark = "\uFEFF"

const isPlainNumber = /^-?\d+(\.\d+)?$/
const needsQuotes = /[",;|\t\r\n']|^\s|\s$/

/** One line of a CSV file: what must be quoted is, nothing in it can run, and a number stays one. */
export function csvLine(cells: readonly (string | null)[], isNumber?: readonly boolean[]): string {
  let line = ""
  for (const [place, cell] of cells.entries()) {
    if (place > 0) line += ","
    if (cell === null || cell === "") continue
    const text = isNumber?.[place] && isPlainNumber.test(cell) ? cell : guardFormula(cell)
    line += needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${line}\r\n`
}
