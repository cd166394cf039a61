import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn } from "@/lib/platform/zone"
import { byteOrderMark, csvLine } from "./csv"
import type { SheetColumn } from "./sheet-column"
import { xlsx } from "./xlsx"

export const exportFormats = {
  csv: { word: "CSV", ending: "csv", type: "text/csv; charset=utf-8" },
  xlsx: { word: "Excel", ending: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
} as const

export type ExportFormat = keyof typeof exportFormats

type Row = readonly (string | null)[]

async function* csv(columns: readonly SheetColumn[], batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Buffer> {
  const numbers = columns.map(({ kind }) => kind !== "text")
  yield Buffer.from(byteOrderMark + csvLine(columns.map(({ head }) => head)))
  for await (const rows of batches) {
    let text = ""
    for (const row of rows) text += csvLine(row, numbers)
    yield Buffer.from(text)
  }
}

async function* oneByOne(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const rows of batches) yield* rows
}

/** A cell of Excel knows no zone, so that the head says it; CSV writes it with every time. */
const inUtc = (column: SheetColumn): SheetColumn => (column.kind === "time" ? { ...column, head: `${column.head} (UTC)` } : column)

/** The bytes of a file, made as they are asked for. */
export function exportFile(
  format: ExportFormat,
  name: string,
  columns: readonly SheetColumn[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Buffer> {
  return format === "csv" ? csv(columns, batches) : xlsx(name, columns.map(inUtc), oneByOne(batches))
}

/** A name that every file system takes: "All commerce B2B leads 2026-11-22.csv". */
export const fileNameOf = (title: string, format: ExportFormat, now: Date): string => datedFile(title, exportFormats[format].ending, now)

/** The same for a file of another kind, by its ending. */
export function datedFile(title: string, ending: string, now: Date): string {
  const plain =
    title
      .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|;%]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 80) || "Export"
  return `${plain} ${dayIn(viewerZone(), now)}.${ending}`
}

/** What makes a browser keep an answer as a file of that name. */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^ -~]/g, "")
    .replace(/["\\]/g, "")
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}
