import { z } from "zod"

const Recent = z.array(z.object({ kind: z.string(), id: z.uuid(), title: z.string() }))
export type RecentRecord = z.infer<typeof Recent>[number]

const kept = 8

/** Each person's own list, since a browser may be shared. */
const key = () => `gangway.recent.${document.querySelector<HTMLElement>("[data-person]")?.dataset.person ?? ""}`

/** The records that this person opened last in this browser, the newest first. */
export function recentRecords(): RecentRecord[] {
  try {
    return Recent.parse(JSON.parse(localStorage.getItem(key()) ?? "[]"))
  } catch {
    return []
  }
}

export function rememberRecord(record: RecentRecord): void {
  const others = recentRecords().filter(({ id }) => id !== record.id)
  try {
    localStorage.setItem(key(), JSON.stringify([record, ...others].slice(0, kept)))
  } catch {
    // A browser that keeps nothing has no recent records.
  }
}
