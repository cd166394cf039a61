import { createHash } from "node:crypto"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { guessMapping, headersKeyOf, readMapping } from "./guess-mapping"
import type { ImportStep } from "./import-job"
import { firstPolicy, Policy } from "./policy"
import { readFile } from "./read-file"

const atOnce = 2000

/** Reads the uploaded file into rows, proposes what its columns mean, and lets the file go. All of it in one piece. */
export const readStep: ImportStep = async ({ tx }, { id }) => {
  const pieces = await tx.leadImportChunk.findMany({ where: { importId: id }, orderBy: { place: "asc" }, select: { bytes: true } })
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes))
  const { readAs, rows } = readFile(bytes)
  let headers: string[] | null = null
  let rowNo = 1
  let batch: [number, string[]][] = []
  const write = async () => {
    if (batch.length === 0) return
    await tx.$executeRaw`
      insert into sales.lead_import_row (import_id, row_no, cells)
      select ${id}::uuid, (r->>0)::int, array(select jsonb_array_elements_text(r->1)) from jsonb_array_elements(${JSON.stringify(batch)}::jsonb) r`
    batch = []
  }
  for await (const row of rows) {
    if (!headers) {
      headers = row.map((head, place) => head.trim().slice(0, 200) || `Column ${place + 1}`)
      continue
    }
    rowNo++
    if (row.every((cell) => cell.trim() === "")) continue
    batch.push([rowNo, row.slice(0, headers.length)])
    if (batch.length === atOnce) await write()
  }
  await write()
  const rowCount = await tx.leadImportRow.count({ where: { importId: id } })
  if (!headers || rowCount === 0) throw new AppError("invalid", "The file has no rows below its heads.")
  const { personId } = await tx.leadImport.findUniqueOrThrow({ where: { id }, select: { personId: true } })
  const headersKey = headersKeyOf(headers)
  const fileHash = createHash("sha256").update(bytes).digest("base64url")
  const facts = { readAs, headers, headersKey, fileHash, rowCount, through: 0, ...(await proposed(personId, headersKey, headers)) }
  await tx.leadImport.updateMany({ where: { id, state: "reading" }, data: { ...facts, state: "mapping", version: { increment: 1 } } })
  await tx.leadImportChunk.deleteMany({ where: { importId: id } })
}

/** What the person chose for such a file before, else what the heads say. */
async function proposed(personId: string, headersKey: string, headers: readonly string[]) {
  const known = await db.leadImportMapping.findUnique({ where: { personId_headersKey: { personId, headersKey } } })
  const mapping = (known && readMapping(headers.length, known.mapping)) ?? guessMapping(headers)
  const policy = Policy.safeParse(known?.policy)
  return { mapping, policy: policy.success ? policy.data : firstPolicy(mapping) }
}
