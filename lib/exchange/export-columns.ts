import { countryName } from "@/lib/platform/countries"
import { Prisma } from "@/lib/platform/db"
import type { Field } from "@/lib/platform/fields"
import type { FieldColumn } from "@/lib/platform/filter-sql"
import type { ListQuery } from "@/lib/platform/list-query"
import { shownFields } from "@/lib/platform/list-source"
import type { ExportList } from "./export-lists"
import type { SheetColumn } from "./sheet-column"

/** A column of an export: its value as text in SQL, and the words that stand for it. */
export type ExportColumn = SheetColumn & { sql: Prisma.Sql; words?: Readonly<Record<string, string>> | ((value: string) => string) }

const instant = (column: Prisma.Sql) => Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const yesNo = { true: "Yes", false: "No" }
const asText = (column: Prisma.Sql) => Prisma.sql`${column}::text`

/** The columns of one field: a choice with its number, a person and a country with what knows them again, money with its currency. */
function columnsOf(field: Field, { column, shows }: FieldColumn, codes: Readonly<Record<string, number>> | undefined): ExportColumn[] {
  const { label, kind, words } = field
  const width = Math.max(10, Math.round((field.width ?? 220) / 7))
  const plain: ExportColumn = { head: label, kind: "text", width, sql: asText(column) }
  switch (kind) {
    case "status":
    case "choice":
    case "rating":
      return [{ ...plain, words }, ...(codes ? [codeColumn(label, column, codes)] : [])]
    case "country":
      return [
        { ...plain, words: countryName },
        { ...plain, head: "Country code", width: 12 },
      ]
    case "person":
      return [
        { ...plain, sql: Prisma.sql`(${shows ?? column})->>1` },
        { ...plain, head: `${label} ID`, width: 38 },
      ]
    case "channel":
      return [
        { ...plain, sql: Prisma.sql`(${shows ?? column})->>1` },
        { ...plain, head: `${label} code`, width: 20, sql: Prisma.sql`(${shows ?? column})->>0` },
      ]
    case "money":
      return [
        { ...plain, kind: "number" },
        { ...plain, head: "Currency", width: 9, sql: Prisma.sql`(${shows ?? column})->>1` },
      ]
    case "percent":
      return [{ ...plain, kind: "number" }]
    case "score":
      return [
        { ...plain, kind: "number" },
        { ...plain, head: "Grade", width: 8, sql: Prisma.sql`(${shows ?? column})->>1` },
      ]
    case "day":
      return [{ ...plain, kind: "day", width: 12 }]
    case "age":
      return [{ ...plain, head: `${label} since`, kind: "time", width: 21, sql: instant(shows ?? column) }]
    case "time":
    case "timer":
      return [{ ...plain, kind: "time", width: 21, sql: instant(column) }]
    case "yes-no":
      return [{ ...plain, words: yesNo }]
    default:
      return [plain]
  }
}

const codeColumn = (label: string, column: Prisma.Sql, codes: Readonly<Record<string, number>>): ExportColumn => ({
  head: label === "Status" ? "Status reason code" : `${label} code`,
  kind: "number",
  width: 12,
  sql: asText(column),
  words: Object.fromEntries(Object.entries(codes).map(([key, code]) => [key, String(code)])),
})

/** The columns of a file: those that the view shows, in its order, then what every file of the list carries. Each head stands once. */
export function exportColumns(list: ExportList, query: ListQuery): ExportColumn[] {
  const { shape, fields } = list.source
  const shown = shownFields(shape, query).flatMap((name) => {
    const [field, place] = [shape.fields[name], fields[name]]
    return list.instead[name] ?? (field && place ? columnsOf(field, place, list.codes[name]) : [])
  })
  const heads = new Set<string>()
  return [...shown, ...list.always].filter(({ head }) => !heads.has(head) && heads.add(head))
}

/** Values as a file shows them, by the words of their columns. */
export function inWords(columns: readonly ExportColumn[]): (row: (string | null)[]) => (string | null)[] {
  const worded = columns.flatMap(({ words }, place) => {
    if (!words) return []
    return [{ place, say: typeof words === "function" ? words : (value: string) => words[value] ?? value }]
  })
  return (row) => {
    for (const { place, say } of worded) {
      const value = row[place]
      if (value) row[place] = say(value)
    }
    return row
  }
}
