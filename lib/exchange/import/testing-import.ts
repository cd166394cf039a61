import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { csvLine } from "../csv"
import { beginImport, finishUpload, keepPiece, pieceBytes } from "./begin-import"
import { startImport, undoImport } from "./move-import"
import type { Policy } from "./policy"
import { setPolicy } from "./prepare-import"
import { runNextImport } from "./run-imports"

/** Rows as a CSV file. */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map((row) => csvLine(row)).join(""))

/** Uploads a file as the page does, and has it read. */
export async function upload(staff: Staff, bytes: Buffer, name = "leads.csv"): Promise<string> {
  const { id } = await inTransaction(staff, (ctx) => beginImport({ ...ctx, actor: staff }, { name, size: bytes.length }))
  for (let place = 0; place * pieceBytes < bytes.length; place++) {
    const piece = new Uint8Array(bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes))
    await inTransaction(staff, (ctx) => keepPiece({ ...ctx, actor: staff }, { id, place, bytes: piece }))
  }
  await inTransaction(staff, (ctx) => finishUpload({ ...ctx, actor: staff }, { id }))
  await drain()
  return id
}

/** Has the worker do all that is due. */
export async function drain(): Promise<void> {
  while (await runNextImport());
}

/** Chooses a policy and has the rows checked. */
export async function check(staff: Staff, id: string, given: Partial<Policy> = {}): Promise<void> {
  const { policy } = await db.leadImport.findUniqueOrThrow({ where: { id } })
  const chosen = { ...(policy as Policy), ...given }
  await inTransaction(staff, (ctx) => setPolicy({ ...ctx, actor: staff }, { id, ...chosen }))
  await drain()
}

export const start = (staff: Staff, id: string) => inTransaction(staff, (ctx) => startImport({ ...ctx, actor: staff }, { id }))

export const takeBack = (staff: Staff, id: string, now = new Date()) =>
  inTransaction(staff, (ctx) => undoImport({ ...ctx, actor: staff }, { id }), now)

export const getRun = (id: string) => db.leadImport.findUniqueOrThrow({ where: { id } })

export const getRows = (importId: string) =>
  db.leadImportRow.findMany({
    where: { importId },
    orderBy: { rowNo: "asc" },
    select: { rowNo: true, outcome: true, reason: true, errors: true, leadId: true, result: true, before: true },
  })
