import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError } from "@/lib/platform/errors"

/** Gives the files that somebody uploaded for a note to that note. Each file belongs to one note, and to who uploaded it. */
export async function claimAttachments({ tx, actor }: Ctx & { actor: Staff }, activityId: string, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return
  const most = env().ATTACHMENTS_PER_NOTE
  if (asked.length > most) throw new AppError("invalid", `A note takes ${most} files at most. Remove ${asked.length - most} first.`)
  const claimed = await tx.attachment.updateMany({
    where: { id: { in: asked }, activityId: null, uploadedById: actor.id },
    data: { activityId },
  })
  if (claimed.count < asked.length) throw new AppError("conflict", "A file is no longer here. Remove it from the note and attach it again.")
}
