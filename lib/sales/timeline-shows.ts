/** What of a timeline can be shown by itself, as `?show=` has it, in the words of its filter. */
export const timelineShows = {
  all: "All",
  notes: "Notes",
  tasks: "Tasks",
  calls: "Calls",
  appointments: "Appointments",
  emails: "Emails",
  changes: "Changes",
  "dual-write": "Dual-write",
} as const

export type TimelineShow = keyof typeof timelineShows

export const readShow = (asked: unknown): TimelineShow =>
  (Object.keys(timelineShows) as TimelineShow[]).find((show) => show === asked) ?? "all"
