import { z } from "zod"
import { answerWithFile, insistOnExport } from "@/lib/exchange/answer-with-file"
import { byteOrderMark, csvLine } from "@/lib/exchange/csv"
import { datedFile } from "@/lib/exchange/export-file"
import { snapshotRows } from "@/lib/exchange/snapshot"
import type { Staff } from "@/lib/identity/actor"
import { changesSql, changeValues, entryColumns, entryValues } from "@/lib/platform/audit-chain/sealed-content"
import type { Clock } from "@/lib/platform/clock"
import { db, Prisma } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { belongs, type Listing } from "@/lib/platform/listing"
import type { AuditQuery } from "./list"
import { auditListing } from "./queries"

const formats = {
  csv: { word: "CSV", ending: "csv", type: "text/csv; charset=utf-8" },
  jsonl: { word: "JSON lines", ending: "jsonl", type: "application/x-ndjson; charset=utf-8" },
} as const

type AuditFormat = keyof typeof formats

const Asked = z.object({ format: z.enum(["csv", "jsonl"]).catch("csv"), run: z.uuid().optional().catch(undefined) })

type Row = (string | null)[]

/** What a line holds: its place in the chain, the values that are hashed, the changes, and the hashes. */
const heads = ["seq", ...entryValues, "changes", "content_hash", "previous_hash", "hash"]

const values = Prisma.raw(
  `s.seq::text, ${entryColumns("e")}, ${changesSql("e.id")}::text, encode(s.content_hash, 'hex'),
    case when s.seq = 1 then repeat('0', 64) else encode(p.hash, 'hex') end, encode(s.hash, 'hex')`,
)

/** The rows in the order of the chain up to its end as it was found, then those that were not sealed by then. */
async function* rowsOf(listing: Listing): AsyncGenerator<Row[]> {
  const [found] = await db.$queryRaw<{ end: bigint | null }[]>`select max(seq) as end from platform.audit_seal`
  const end = Prisma.sql`${String(found?.end ?? 0)}::bigint`
  yield* snapshotRows(Prisma.sql`
    select ${values} from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id left join platform.audit_seal p on p.seq = s.seq - 1
    where s.seq <= ${end} and ${belongs(listing)} order by s.seq`)
  yield* snapshotRows(Prisma.sql`
    select ${values} from platform.audit_entry e
    left join (select null::bigint as seq, null::bytea as content_hash, null::bytea as hash) s on true
    left join platform.audit_seal p on false
    where not exists (select 1 from platform.audit_seal sealed where sealed.entry_id = e.id and sealed.seq <= ${end}) and ${belongs(listing)}
    order by e.at, e.id`)
}

/** A line as an object: numbers, lists and changes as what they are, empty values as null. */
function jsonLine(row: Row): string {
  const said = Object.fromEntries(heads.map((head, place) => [head, row[place] ?? null])) as Record<string, string | null>
  const changes = JSON.parse(said.changes ?? "[]") as (string | null)[][]
  return `${JSON.stringify({
    ...said,
    seq: said.seq === null ? null : Number(said.seq),
    record_ids: (said.record_ids ?? "").split(" ").filter(Boolean),
    changes: changes.map((change) => Object.fromEntries(changeValues.map((name, place) => [name, change[place] ?? null]))),
  })}\n`
}

async function* written(format: AuditFormat, batches: AsyncIterable<Row[]>): AsyncGenerator<Buffer> {
  if (format === "csv") yield Buffer.from(byteOrderMark + csvLine(heads))
  const line = format === "csv" ? (row: Row) => csvLine(row) : jsonLine
  for await (const rows of batches) yield Buffer.from(rows.map(line).join(""))
}

/** The audit as it is filtered, as a file in the answer: CSV for people, JSON lines for whoever verifies it. Of any size; leaves an audit row of its own. */
export async function exportAudit(staff: Staff, query: AuditQuery, request: Request, clock: Clock): Promise<Response> {
  const { format, run } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  insistOnExport(request)
  const now = clock()
  const { word, ending, type } = formats[format]
  const listing = await auditListing(query, staff.id)
  const beginning = { id: run ?? newId(), list: "audit", title: "Audit", format, word }
  const write = (rows: AsyncIterable<Row[]>) => written(format, rows)
  return answerWithFile(
    staff,
    { ...beginning, fileName: datedFile("Audit", ending, now), type, batches: rowsOf(listing), write },
    now,
    clock,
  )
}
