import type { TimelineItem } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/sales/timeline-entry"
import type { Worker } from "@/lib/sales/worker"
import { activityItem } from "./timeline-activity"
import { dualWriteItem } from "./timeline-dual-write"
import { mailItem } from "./timeline-mail"
import { moveItem } from "./timeline-move"

/** From where and when a story is read, and by whom. */
export type Around = { here: string; now: Date; said: string | null; viewer: Worker }

/** An entry of any ledger as a line of the timeline. */
export function timelineItem(entry: TimelineEntry, around: Around): TimelineItem {
  const { here, now, said, viewer } = around
  if (entry.kind === "move") return moveItem(entry, here, said)
  if (entry.kind === "mail") return mailItem(entry, now, viewer)
  if (entry.kind === "dual-write") return dualWriteItem(entry, here)
  return activityItem(entry, around)
}
