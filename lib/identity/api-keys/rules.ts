import type { Refusal } from "@/lib/platform/errors"

type Judged = { revokedAt: Date | null; revokedByName?: string | null; expiresAt?: Date | null }

export const refusalToRevoke = ({ revokedAt, revokedByName }: Judged): Refusal | null =>
  revokedAt ? { code: "conflict", message: `${revokedByName} revoked this key already.` } : null

/** Whether a key opens anything at an hour. */
export const isOpen = ({ revokedAt, expiresAt = null }: Judged, now: Date): boolean => !revokedAt && (!expiresAt || expiresAt > now)

/** The state of a key, in the words of statuses. */
export function keyStatus(key: Judged, now: Date): "Active" | "Revoked" | "Expired" {
  if (key.revokedAt) return "Revoked"
  return isOpen(key, now) ? "Active" : "Expired"
}
