import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { BeginImport, OneImport } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

/** Makes room for a file that is about to be uploaded piece by piece. */
export async function beginImport({ tx, actor, now }: StaffCtx, { name, size }: BeginImport) {
  const id = newId()
  const person = { personId: actor.id, personName: actor.name, personRole: actor.role }
  await tx.leadImport.create({ data: { id, fileName: name, fileSize: size, ...person, createdAt: now } })
  return { id }
}

export const pieceBytes = 2 * 1024 * 1024

/** Keeps one piece of a file; the same piece twice is one. */
export async function keepPiece(
  { tx, actor }: StaffCtx,
  { id, place, bytes }: { id: string; place: number; bytes: Uint8Array<ArrayBuffer> },
) {
  const upload = await tx.leadImport.findFirst({ where: { id, personId: actor.id, state: "uploading" }, select: { fileSize: true } })
  if (!upload) throw notFound("upload")
  const last = Math.ceil(upload.fileSize / pieceBytes) - 1
  const expected = place === last ? upload.fileSize - last * pieceBytes : pieceBytes
  if (place > last || bytes.length !== expected)
    throw new AppError("invalid", "A piece of the file arrived in the wrong size. Upload it again.")
  await tx.leadImportChunk.createMany({ data: [{ importId: id, place, bytes }], skipDuplicates: true })
  return { place }
}

/** Hands a file that is wholly uploaded to the worker. */
export async function finishUpload({ tx, actor }: StaffCtx, { id }: OneImport) {
  const upload = await tx.leadImport.findFirst({ where: { id, personId: actor.id, state: "uploading" }, select: { fileSize: true } })
  if (!upload) throw notFound("upload")
  const pieces = await tx.leadImportChunk.count({ where: { importId: id } })
  if (pieces !== Math.ceil(upload.fileSize / pieceBytes)) throw new AppError("invalid", "The file did not arrive whole. Upload it again.")
  await tx.leadImport.updateMany({ where: { id, state: "uploading" }, data: { state: "reading", version: { increment: 1 } } })
  return { id }
}
