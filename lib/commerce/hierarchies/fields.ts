import type { Fields } from "@/lib/platform/fields"

export const hierarchyStates = { active: "Active", suspended: "Suspended" } as const

/** Every field of a customer hierarchy, in the order of the column chooser. */
export const hierarchyFields = {
  name: { label: "Name", kind: "text", sort: "name" },
  number: { label: "Number", kind: "text", width: 108, isQuiet: true, phone: "second" },
  status: { label: "Status", kind: "status", words: hierarchyStates, width: 116, phone: "end" },
  organization: { label: "Organization", kind: "text", width: 216, hideBelow: "m" },
  channels: { label: "Channels", kind: "channel", isSet: true, width: 152, hideBelow: "m" },
  members: { label: "Members", kind: "score", width: 92, sort: "members", phone: "top" },
  admins: { label: "Active Admins", kind: "score", width: 116 },
  drift: { label: "Drift", kind: "score", width: 84 },
  created: { label: "Created", kind: "time", width: 116, sort: "created" },
  suspended: { label: "Suspended", kind: "time", width: 116 },
} as const satisfies Fields

export type HierarchyField = keyof typeof hierarchyFields
