import type { Editables } from "@/lib/platform/editable"
import { languages } from "@/lib/platform/languages"
import { contactFields as fields } from "./fields"

/** What people edit on a contact, by the keys of its fields. */
export const contactEditables = {
  firstName: { label: "First name", kind: "text", column: "firstName", longest: 50 },
  lastName: { label: "Last name", kind: "text", column: "lastName", isRequired: true, longest: 50 },
  jobTitle: { ...fields.jobTitle, column: "jobTitle" },
  email: { ...fields.email, column: "email" },
  phone: { ...fields.phone, column: "phone" },
  language: { label: "Language", kind: "choice", words: languages, column: "language", isRequired: true },
} as const satisfies Editables
