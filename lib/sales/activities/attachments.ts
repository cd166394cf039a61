import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"
import { dayMs } from "@/lib/platform/zone"

/** A file with its bytes; null for one that is not there, or that waits for a note of somebody else's. */
export async function getAttachment(staff: Staff, id: string) {
  if (!isRecordId(id)) return null
  const file = await db.attachment.findFirst({
    where: { id, OR: [{ activityId: { not: null } }, { uploadedById: staff.id }] },
    select: { name: true, size: true, content: { select: { bytes: true } } },
  })
  return file?.content ? { name: file.name, size: file.size, bytes: file.content.bytes } : null
}

/** Removes files whose note was never saved. Returns how many. */
export async function sweepAttachments(now: Date): Promise<number> {
  const { count } = await db.attachment.deleteMany({ where: { activityId: null, createdAt: { lt: new Date(now.getTime() - dayMs) } } })
  return count
}
