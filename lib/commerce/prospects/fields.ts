import type { Fields } from "@/lib/platform/fields"
import { prospectStatuses } from "./rules"

/** Every field of a prospect, in the order of the column chooser. */
export const prospectFields = {
  company: { label: "Company", kind: "text", sort: "company" },
  number: { label: "Number", kind: "text", width: 112, isQuiet: true, hideBelow: "m" },
  requestor: { label: "Requestor", kind: "text", width: 232, phone: "second" },
  country: { label: "Country/region", kind: "country", width: 132, hideBelow: "m" },
  status: { label: "Status", kind: "status", words: prospectStatuses, width: 116, phone: "end" },
  waiting: { label: "Waiting", kind: "age", width: 96, sort: "waiting" },
  target: { label: "Target", kind: "due", width: 146, phone: "top" },
  sales: { label: "In Sales", kind: "text", width: 120, hideBelow: "m" },
  email: { label: "Email", kind: "email", width: 220 },
  phone: { label: "Phone", kind: "phone", width: 150 },
  website: { label: "Website", kind: "url", width: 180 },
  taxId: { label: "Tax ID", kind: "text", width: 140 },
  city: { label: "City", kind: "text", width: 140 },
  submitted: { label: "Submitted", kind: "time", width: 124, sort: "waiting" },
  decided: { label: "Decided", kind: "time", width: 124 },
  confirmed: { label: "Email verified", kind: "time", width: 124 },
  comments: { label: "Comments", kind: "long-text", width: 260 },
} as const satisfies Fields

export type ProspectField = keyof typeof prospectFields
