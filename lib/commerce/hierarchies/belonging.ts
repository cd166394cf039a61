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

/** How a belonging changes: into one more channel, out of one, or into all. */
export type BelongingChange = { how: "join" | "leave"; channel: string } | { how: "all" }

/** Where something belongs after a change, or why it cannot be changed so; `name` is the channel's. */
export function belongingAfter(before: Belonging, change: BelongingChange, name: string): Belonging | Refusal {
  const conflict = (message: string): Refusal => ({ code: "conflict", message })
  if (before.inAllChannels)
    return conflict(change.how === "leave" ? "It is in all channels. Say on its page in which." : "It is in all channels already.")
  if (change.how === "all") return { inAllChannels: true, channels: [] }
  const isIn = before.channels.includes(change.channel)
  if (change.how === "join")
    return isIn ? conflict(`It is in ${name} already.`) : { inAllChannels: false, channels: [...before.channels, change.channel].sort() }
  if (!isIn) return conflict(`It is not in ${name}.`)
  const channels = before.channels.filter((code) => code !== change.channel)
  return channels.length > 0 ? { inAllChannels: false, channels } : conflict(`${name} is its only channel. Bring it into another first.`)
}

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
