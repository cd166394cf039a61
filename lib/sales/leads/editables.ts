import type { Editables } from "@/lib/platform/editable"
import { leadFields as fields } from "./fields"

/** What people edit on a lead: the fields of its record page, by their keys. */
export const leadEditables = {
  firstName: { label: "First name", kind: "text", column: "firstName", longest: 50 },
  lastName: { label: "Last name", kind: "text", column: "lastName", isRequired: true, longest: 50 },
  jobTitle: { ...fields.jobTitle, column: "jobTitle" },
  email: { ...fields.email, column: "email" },
  phone: { ...fields.phone, column: "phone" },
  company: { ...fields.company, column: "companyName", isRequired: true },
  website: { ...fields.website, column: "website" },
  taxId: { ...fields.taxId, column: "taxId", longest: 50, isTaxId: true },
  street: { ...fields.street, column: "street", longest: 250 },
  street2: { ...fields.street2, column: "street2", longest: 250 },
  postalCode: { ...fields.postalCode, column: "postalCode", longest: 20 },
  city: { ...fields.city, column: "city", longest: 80 },
  stateProvince: { ...fields.stateProvince, column: "stateProvince", longest: 80 },
  country: { ...fields.country, column: "country" },
  topic: { ...fields.topic, column: "topic", isRequired: true, longest: 300 },
  rating: { ...fields.rating, column: "rating", isRequired: true },
  source: { ...fields.source, column: "source", isRequired: true },
  industry: { ...fields.industry, column: "industry" },
  timeframe: { ...fields.timeframe, column: "purchaseTimeframe" },
  budget: { ...fields.budget, column: "budget" },
  budgetAmount: { ...fields.budgetAmount, column: "budgetAmount" },
  need: { ...fields.need, column: "need" },
  process: { ...fields.process, column: "purchaseProcess" },
  decisionMaker: { ...fields.decisionMaker, column: "decisionMaker" },
  value: { ...fields.value, column: "estimatedValue" },
  closeDate: { ...fields.closeDate, column: "estimatedCloseDate" },
} as const satisfies Editables
