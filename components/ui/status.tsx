import { cn } from "@/components/ui/cn"

const TABLE = {
  New: ["info", "ring"],
  Contacted: ["info", "half"],
  Qualified: ["good", "check"],
  Disqualified: ["mute", "cross"],
  Lost: ["bad", "cross"],
  "Cannot Contact": ["mute", "cross"],
  "No Longer Interested": ["mute", "cross"],
  Canceled: ["mute", "slash"],
  "Out-Sold": ["bad", "cross"],
  Open: ["info", "ring"],
  Pending: ["wait", "half"],
  Approved: ["good", "check"],
  Rejected: ["bad", "cross"],
  Withdrawn: ["mute", "slash"],
  "In Progress": ["info", "half"],
  "On Hold": ["wait", "pause"],
  Won: ["good", "check"],
  Provisional: ["wait", "dashed"],
  Active: ["good", "check"],
  Archived: ["mute", "slash"],
  Disabled: ["mute", "slash"],
  Suspended: ["wait", "pause"],
  "In force": ["good", "check"],
  Planned: ["info", "ring"],
  "Within limit": ["good", "check"],
  "Near limit": ["wait", "half"],
  "Over limit": ["bad", "cross"],
  "Not limited": ["mute", "ring"],
  "Not on account": ["mute", "slash"],
  Past: ["mute", "slash"],
  Authorized: ["info", "ring"],
  Captured: ["good", "check"],
  Released: ["mute", "slash"],
  Expired: ["mute", "slash"],
  Revoked: ["mute", "slash"],
  "Not running": ["mute", "slash"],
  Initializing: ["info", "arc"],
  Running: ["good", "dot"],
  Paused: ["wait", "pause"],
  Looking: ["info", "arc"],
  Ready: ["info", "ring"],
  Undoing: ["info", "arc"],
  Done: ["good", "check"],
  Resuming: ["info", "arc"],
  Waiting: ["info", "ring"],
  Confirmed: ["good", "check"],
  "Sent back": ["wait", "half"],
  "Taken back": ["mute", "slash"],
  Overtaken: ["mute", "slash"],
  Sending: ["info", "arc"],
  Sent: ["good", "check"],
  Delivered: ["good", "check"],
  Failed: ["bad", "cross"],
  Held: ["wait", "pause"],
  Bounced: ["bad", "cross"],
  Automatic: ["good", "check"],
  "Held for a hand": ["wait", "pause"],
  "Not sent": ["mute", "slash"],
  Blocked: ["bad", "slash"],
  Lifted: ["mute", "check"],
  Parked: ["wait", "pause"],
  Undone: ["mute", "slash"],
  "On time": ["mute", "ring"],
  Warning: ["wait", "half"],
  Breached: ["bad", "cross"],
  Broken: ["bad", "cross"],
  Met: ["good", "check"],
  "Met late": ["mute", "check"],
  Closed: ["mute", "slash"],
  "At work": ["good", "dot"],
  "Off hours": ["mute", "ring"],
  Away: ["wait", "pause"],
} as const satisfies Record<string, readonly [string, string]>

export type StatusWord = keyof typeof TABLE

const isKnown = (word: string): word is StatusWord => word in TABLE

type StatusProps = {
  word: StatusWord | (string & {})
  /** What to say instead of the word, e.g. "Integration running": tone and glyph stay the word's. */
  text?: string
  pill?: boolean
  /** Regular weight, for a status inside a list of facts. */
  plain?: boolean
}

/** A status as glyph, word and colour. A word that the table does not know is muted with a ring. */
export function Status({ word, text = word, pill, plain }: StatusProps) {
  const [tone, glyph] = isKnown(word) ? TABLE[word] : (["mute", "ring"] as const)
  return <span className={cn("status", `tone-${tone}`, `glyph-${glyph}`, pill && "status-pill", plain && "status-plain")}>{text}</span>
}
