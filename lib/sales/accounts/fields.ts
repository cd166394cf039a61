import type { Fields } from "@/lib/platform/fields"

/** Every field of an account, in the order of the column chooser. */
export const accountFields = {
  name: { label: "Account", kind: "text", sort: "name" },
  city: { label: "City", kind: "text", width: 180, phone: "second" },
  country: { label: "Country/region", kind: "country", width: 156, sort: "country" },
  phone: { label: "Phone", kind: "phone", width: 156, hideBelow: "m" },
  owner: { label: "Owner", kind: "person", width: 156, sort: "owner" },
  customer: { label: "Customer", kind: "text", width: 114, isQuiet: true, phone: "end" },
  created: { label: "Created", kind: "time", width: 124, sort: "created", hideBelow: "m" },
  email: { label: "Email", kind: "email", width: 220 },
  website: { label: "Website", kind: "url", width: 180 },
  taxId: { label: "Tax ID", kind: "text", width: 140 },
  street: { label: "Street", kind: "text", width: 180 },
  street2: { label: "Street 2", kind: "text", width: 140 },
  stateProvince: { label: "State/province", kind: "text", width: 140 },
  postalCode: { label: "ZIP/postal code", kind: "text", width: 120 },
} as const satisfies Fields

export type AccountField = keyof typeof accountFields
