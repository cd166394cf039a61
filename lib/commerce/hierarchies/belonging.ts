import type { Refusal } from "@/lib/platform/errors"

/** To which channels a hierarchy belongs, by their codes; or to all, those to come too. An empty set means nothing. */
export type Belonging = { inAllChannels: boolean; channels: readonly string[] }

export const everyChannel = "All channels"

const all = "*"

/** A belonging as a form carries it: codes with commas between, or `*`. */
export const belongingText = ({ inAllChannels, channels }: Belonging): string => (inAllChannels ? all : [...channels].sort().join(","))

/** What a form carried; null where it says no channel. */
export function readBelonging(text: string): Belonging | null {
  if (text === all) return { inAllChannels: true, channels: [] }
  const channels = [...new Set(text.split(",").filter(Boolean))].sort()
  return channels.length > 0 ? { inAllChannels: false, channels } : null
}

const and = new Intl.ListFormat("en", { type: "conjunction" })

/** A belonging in words; `names` has the channels' by their codes. */
export const belongingWords = ({ inAllChannels, channels }: Belonging, names: Readonly<Record<string, string>>): string =>
  inAllChannels ? everyChannel : and.format(channels.map((code) => names[code] ?? code).sort((one, other) => one.localeCompare(other)))

export type JudgedChannel = { code: string; name: string; archivedAt: Date | null }

/** A hierarchy keeps an archived channel that it is in; it is not brought into another. */
export function refusalToBelong(chosen: Belonging, known: readonly JudgedChannel[], before: Belonging | null): Refusal | null {
  if (chosen.inAllChannels === chosen.channels.length > 0)
    return { code: "invalid", message: "Choose at least one channel, or All channels." }
  const found = chosen.channels.map((code) => known.find((channel) => channel.code === code))
  if (found.includes(undefined)) return { code: "invalid", message: "There is no such channel. Reload the page and choose again." }
  const closed = found.find((channel) => channel?.archivedAt && !before?.channels.includes(channel.code))
  return closed ? { code: "conflict", message: `${closed.name} is archived. Bring it back first, or choose another channel.` } : null
}
