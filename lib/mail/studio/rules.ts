import type { Refusal } from "@/lib/platform/errors"

/** What a profile is used for keeps it; the default one always is. */
export function refusalToRemoveProfile({ isDefault, versions }: { isDefault: boolean; versions: number }): Refusal | null {
  if (isDefault) return { code: "conflict", message: "The default profile says what all others leave open. It stays." }
  if (versions > 0) return { code: "conflict", message: "Letters were published in this profile, and mails name their versions. It stays." }
  return null
}
