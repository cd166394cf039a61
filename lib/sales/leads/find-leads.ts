import type { Tx } from "@/lib/platform/db"

/** By what many leads at once are looked for. */
export type LeadKey = "id" | "email" | "company" | "taxId"

/** The leads that have one of the values; a company by its name key. A handful a value, since more cannot be told apart anyway. */
export async function findLeads(tx: Tx, by: LeadKey, values: readonly string[]) {
  if (values.length === 0) return []
  const some = { in: [...values] }
  const where = { id: { id: some }, email: { email: some }, company: { nameKey: some }, taxId: { taxId: some } }[by]
  return tx.lead.findMany({ where, select: shown, orderBy: { createdAt: "asc" }, take: values.length * 20 })
}

export type FoundLead = Awaited<ReturnType<typeof findLeads>>[number]

const shown = {
  id: true,
  version: true,
  state: true,
  statusReason: true,
  ownerId: true,
  ownerName: true,
  prospectNumber: true,
  topic: true,
  firstName: true,
  lastName: true,
  jobTitle: true,
  email: true,
  phone: true,
  companyName: true,
  nameKey: true,
  website: true,
  taxId: true,
  country: true,
  street: true,
  street2: true,
  city: true,
  stateProvince: true,
  postalCode: true,
  comments: true,
  source: true,
  rating: true,
  budget: true,
  budgetAmount: true,
  need: true,
  purchaseTimeframe: true,
  purchaseProcess: true,
  decisionMaker: true,
  industry: true,
  currency: true,
  estimatedValue: true,
  estimatedCloseDate: true,
} as const
