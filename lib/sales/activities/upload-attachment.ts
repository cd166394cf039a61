import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { fileName } from "./file-name"
import { refusalToAttach, refusalToWrite } from "./rules"
import type { AttachmentRef } from "./schema"

/** Notes that one person writes at the same time, in several windows, each with as many files as a note takes. */
const windows = 5

/** Keeps a file for the note that its owner is writing. What kind of file it says that it is, is not kept: nobody believes it. */
export async function uploadAttachment(
  { tx, actor, now }: Ctx & { actor: Staff },
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
) {
  insist(refusalToWrite(actor))
  const { ATTACHMENT_MAX_MB: maxMb, ATTACHMENTS_PER_NOTE: perNote } = env()
  const waiting = await tx.attachment.count({ where: { activityId: null, uploadedById: actor.id } })
  insist(refusalToAttach({ size: bytes.length, waiting }, { maxMb, perNote: perNote * windows }))
  const kept = { id: newId(), name: fileName(name), size: bytes.length }
  const by = { uploadedById: actor.id, uploadedByName: actor.name, createdAt: now }
  await tx.attachment.create({ data: { ...kept, ...by, content: { create: { bytes } } } })
  return kept
}

/** Throws away a file that waits for a note. */
export async function discardAttachment({ tx, actor }: Ctx & { actor: Staff }, { attachmentId }: AttachmentRef) {
  const { count } = await tx.attachment.deleteMany({ where: { id: attachmentId, activityId: null, uploadedById: actor.id } })
  if (count === 0) throw notFound("file")
  return { id: attachmentId }
}
