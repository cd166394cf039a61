import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { Load } from "../mail-to-write"

/** Carries the link, as long as it opens. */
export const load: Load = async (_about, { linkId, now }) => {
  if (!linkId) return null
  const link = await db.link.findUnique({ where: { id: linkId, usedAt: null, expiresAt: { gt: now } }, select: { id: true } })
  return link && { minutes: String(env().PASSWORD_RESET_MINUTES), link: linkAddress(link.id, "reset_password") }
}
