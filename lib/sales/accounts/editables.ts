import type { Editables } from "@/lib/platform/editable"
import { accountFields as fields } from "./fields"

/** What people edit on an account, by the keys of its fields. */
export const accountEditables = {
  name: { ...fields.name, column: "name", isRequired: true },
  website: { ...fields.website, column: "website" },
  taxId: { ...fields.taxId, column: "taxId", longest: 50, isTaxId: true },
  email: { ...fields.email, column: "email" },
  phone: { ...fields.phone, column: "phone" },
  street: { ...fields.street, column: "street", longest: 250 },
  street2: { ...fields.street2, column: "street2", longest: 250 },
  postalCode: { ...fields.postalCode, column: "postalCode", longest: 20 },
  city: { ...fields.city, column: "city", longest: 80 },
  stateProvince: { ...fields.stateProvince, column: "stateProvince", longest: 80 },
  country: { ...fields.country, column: "country" },
} as const satisfies Editables
