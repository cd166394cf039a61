import { to as copyTo } from "pg-copy-streams"
import { type ExportFormat, exportFile } from "@/lib/exchange/export-file"
import { exportLists } from "@/lib/exchange/export-lists"
import { exportRows, exportStatement } from "@/lib/exchange/export-rows"
import { check, csvOf, drain, getRun, start, upload } from "@/lib/exchange/import/testing-import"
import { asText } from "@/lib/exchange/snapshot"
import type { Staff } from "@/lib/identity/actor"
import { pool } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"

export type Exported = { rows: number; bytes: number; ms: number }

const list = exportLists.leads
const everyLead = readListQuery(list.source.shape, { view: "all" })

/** Writes every lead into a file, in the database that DATABASE_URL names, and lets the bytes go. */
export async function exportLeads(format: ExportFormat, viewer: Pick<Staff, "id">): Promise<Exported> {
  const since = performance.now()
  const { columns, batches } = exportRows(list, viewer, everyLead, new Date())
  const done = { rows: 0, bytes: 0 }
  for await (const piece of exportFile(format, "All leads", columns, counted(batches, done))) done.bytes += piece.length
  return { ...done, ms: performance.now() - since }
}

/** The floor of an export: PostgreSQL's own COPY of the same rows and columns, and the bytes let go. */
export async function copyLeads(viewer: Pick<Staff, "id">): Promise<Exported> {
  const { statement } = exportStatement(list, viewer, everyLead, new Date())
  const client = await pool.connect()
  try {
    const since = performance.now()
    const copied = client.query(copyTo(`copy (${asText(statement)}) to stdout`))
    let bytes = 0
    for await (const piece of copied) bytes += piece.length
    return { rows: copied.rowCount, bytes, ms: performance.now() - since }
  } finally {
    client.release()
  }
}

async function* counted<Row>(batches: AsyncIterable<Row[]>, done: { rows: number }): AsyncGenerator<Row[]> {
  for await (const batch of batches) {
    done.rows += batch.length
    yield batch
  }
}

/** A file of so many new leads, other ones for each `first`. */
export function leadsFile(rows: number, first = 0): Buffer {
  const heads = ["Company", "First name", "Last name", "Email", "Phone", "Country", "City", "Street", "Rating", "Source", "Website"]
  const row = (n: number) => [
    `Bench ${n} GmbH`,
    "Ana",
    `Silva ${n}`,
    `ana@bench-${n}.example`,
    "+351265548210",
    "PT",
    "Setúbal",
    `Rua ${n}`,
    "Hot",
    "Web",
    `https://bench-${n}.example`,
  ]
  return csvOf([heads, ...Array.from({ length: rows }, (_, n) => row(first + n))])
}

export type Imported = { created: number; readMs: number; checkMs: number; writeMs: number }

/** Imports a file as the page and the worker do, in this process; how long each step took. */
export async function importLeads(manager: Staff, file: Buffer): Promise<Imported> {
  const marks = [performance.now()]
  const mark = () => marks.push(performance.now())
  const id = await upload(manager, file)
  mark()
  await check(manager, id)
  mark()
  await start(manager, id)
  await drain()
  mark()
  const [begun = 0, read = 0, checked = 0, written = 0] = marks
  return { created: (await getRun(id)).created, readMs: read - begun, checkMs: checked - read, writeMs: written - checked }
}
