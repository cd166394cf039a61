import type { Fields } from "@/lib/platform/fields"
import { languages } from "@/lib/platform/languages"

/** Every field of a contact, in the order of the column chooser. */
export const contactFields = {
  name: { label: "Name", kind: "text", sort: "name" },
  account: { label: "Account", kind: "text", names: "account", width: 220, phone: "second" },
  jobTitle: { label: "Job title", kind: "text", width: 156, hideBelow: "m" },
  email: { label: "Email", kind: "email", width: 240 },
  phone: { label: "Phone", kind: "phone", width: 156, hideBelow: "m" },
  language: { label: "Language", kind: "choice", words: languages, width: 116 },
  customer: { label: "Customer", kind: "text", width: 114, isQuiet: true, phone: "end" },
  created: { label: "Created", kind: "time", width: 124, sort: "created", hideBelow: "m" },
  owner: { label: "Owner", kind: "person", width: 156, sort: "owner" },
} as const satisfies Fields

export type ContactField = keyof typeof contactFields
