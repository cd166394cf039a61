import { Readable } from "node:stream"
import { parse } from "csv-parse"
import { parse as parseSync } from "csv-parse/sync"
import { AppError } from "@/lib/platform/errors"
import { decodeText } from "./decode-text"
import type { SheetRows } from "./sheet-rows"

const delimiters = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" } as const
type Delimiter = keyof typeof delimiters

const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const

/** How evenly a delimiter cuts the first lines: the number of columns that most of them share, weighed by how many do. */
function evenness(sample: string, delimiter: Delimiter): number {
  try {
    const rows: string[][] = parseSync(sample, { ...options, delimiter, to: 20 })
    const widths = rows.map(({ length }) => length)
    const usual = Math.max(...widths)
    return usual < 2 ? 0 : usual * (widths.filter((width) => width === usual).length / widths.length)
  } catch {
    return 0
  }
}

function delimiterOf(text: string): Delimiter {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const known = Object.keys(delimiters) as Delimiter[]
  const named = known.find((delimiter) => delimiter === declared)
  if (named) return named
  const sample = text.slice(0, 64_000)
  const [best = ","] = known
    .map((delimiter) => ({ delimiter, even: evenness(sample, delimiter) }))
    .sort((a, b) => b.even - a.even)
    .map((one) => one.delimiter)
  return best
}

function* pieces(text: string): Generator<string> {
  const length = 1 << 18
  for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length)
}

/** A CSV file as rows, however it is encoded and delimited. */
export function readCsv(bytes: Buffer): SheetRows {
  const { text, encoding } = decodeText(bytes)
  const delimiter = delimiterOf(text)
  const body = text.replace(/^sep=.\r?\n/i, "")
  return { readAs: `CSV, ${encoding}, separated by ${delimiters[delimiter]}`, rows: rowsOf(body, delimiter) }
}

async function* rowsOf(body: string, delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({ ...options, delimiter, max_record_size: 1 << 20 })
  const source = Readable.from(pieces(body))
  source.pipe(parser)
  try {
    for await (const row of parser as AsyncIterable<string[]>) yield row
  } catch (error) {
    throw new AppError("invalid", "The file could not be read as CSV: a quoted text in it never ends.", { cause: error })
  }
}
