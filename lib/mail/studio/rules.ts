import type { Refusal } from "@/lib/platform/errors"

const and = new Intl.ListFormat("en", { type: "conjunction" })

type UsedProfile = {
  isDefault: boolean
  versions: number
  /** The channels that write in it, by name. */
  channels: readonly string[]
}

/** What a profile is used for keeps it; the default one always is. */
export function refusalToRemoveProfile({ isDefault, versions, channels }: UsedProfile): Refusal | null {
  if (isDefault) return { code: "conflict", message: "The default profile says what all others leave open. It stays." }
  if (channels.length > 0) {
    const [write, them] = channels.length === 1 ? ["writes", "that channel"] : ["write", "those channels"]
    return { code: "conflict", message: `${and.format(channels)} ${write} in this profile. Choose other letters for ${them} first.` }
  }
  if (versions > 0) return { code: "conflict", message: "Letters were published in this profile, and mails name their versions. It stays." }
  return null
}
