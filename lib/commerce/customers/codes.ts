import { db, type Tx } from "@/lib/platform/db"
import type { CodeWords } from "./editables"
import { type CustomerList, customerLists } from "./rules"

/** An entry of a value list, as Settings show it. */
export type CodeRow = { id: string; list: CustomerList; code: string; name: string; archivedAt: Date | null; version: number }

/** Every entry of every value list, archived ones last, by code. */
export function listCodes(tx: Tx = db): Promise<CodeRow[]> {
  return tx.customerCode.findMany({
    orderBy: [{ list: "asc" }, { archivedAt: { sort: "asc", nulls: "first" } }, { code: "asc" }],
    select: { id: true, list: true, code: true, name: true, archivedAt: true, version: true },
  })
}

/** All codes with their names: archived ones too, since history and records name them still. */
export const everyWord = (rows: readonly CodeRow[]): CodeWords => wordsOf(rows)

/** The codes that can be chosen today. */
export const standingWords = (rows: readonly CodeRow[]): CodeWords => wordsOf(rows.filter(({ archivedAt }) => archivedAt === null))

function wordsOf(rows: readonly CodeRow[]): CodeWords {
  const words = Object.fromEntries(Object.keys(customerLists).map((list) => [list, {} as Record<string, string>]))
  for (const { list, code, name } of rows) Object.assign(words[list] ?? {}, { [code]: `${code}, ${name}` })
  return words as Record<CustomerList, Record<string, string>>
}
