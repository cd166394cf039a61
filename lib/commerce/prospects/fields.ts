import type { Fields } from "@/lib/platform/fields"
import { decisionTimerStates, prospectStatuses } from "./rules"

/** Every field of a prospect, in the order of the column chooser. */
export const prospectFields = {
  company: { label: "Company", kind: "text", sort: "company" },
  number: { label: "Number", kind: "text", width: 112, isQuiet: true, hideBelow: "m" },
  requestor: { label: "Requestor", kind: "text", width: 232, phone: "second" },
  country: { label: "Country/region", kind: "country", width: 132, hideBelow: "m" },
  channel: { label: "Channel", kind: "channel", width: 150 },
  status: { label: "Status", kind: "status", words: prospectStatuses, width: 116, phone: "end" },
  owner: { label: "Owner", kind: "person", people: "/commerce/owners", width: 150, sort: "owner" },
  waiting: { label: "Waiting", kind: "age", width: 96, sort: "waiting" },
  decisionDue: { label: "Decision due", kind: "timer", width: 176, sort: "decision", phone: "top" },
  decisionState: { label: "Decision", kind: "choice", words: decisionTimerStates, width: 120 },
  expires: { label: "Expires on", kind: "day", width: 124 },
  sales: { label: "In Sales", kind: "text", width: 120, hideBelow: "m" },
  email: { label: "Email", kind: "email", width: 220 },
  phone: { label: "Phone", kind: "phone", width: 150 },
  website: { label: "Website", kind: "url", width: 180 },
  taxId: { label: "Tax ID", kind: "text", width: 140 },
  street: { label: "Street", kind: "text", width: 180 },
  street2: { label: "Street 2", kind: "text", width: 140 },
  city: { label: "City", kind: "text", width: 140 },
  stateProvince: { label: "State/province", kind: "text", width: 140 },
  postalCode: { label: "ZIP/postal code", kind: "text", width: 120 },
  language: { label: "Language", kind: "text", width: 100 },
  submitted: { label: "Submitted", kind: "time", width: 124, sort: "waiting" },
  agreed: { label: "Terms agreed", kind: "time", width: 124 },
  decided: { label: "Decided", kind: "time", width: 124 },
  decidedBy: { label: "Decided by", kind: "text", width: 150 },
  reason: { label: "Reason", kind: "long-text", width: 220 },
  note: { label: "Note to the applicant", kind: "long-text", width: 220 },
  confirmed: { label: "Email verified", kind: "time", width: 124 },
  comments: { label: "Comments", kind: "long-text", width: 260 },
} as const satisfies Fields

export type ProspectField = keyof typeof prospectFields
