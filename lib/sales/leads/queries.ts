import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db, Prisma } from "@/lib/platform/db"
import { type Listing, neighbours, readPage } from "@/lib/platform/keyset"
import { listingOf as listing } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { leadSource } from "./lead-source"
import type { LeadState, LeadStatusReason } from "./rules"
import type { LeadQuery } from "./views"

/** A row of the lead grid: exactly what it shows, and what the rules need to judge it. */
export type LeadRow = {
  id: string
  sortValue: string | null
  companyName: string
  firstName: string
  lastName: string
  country: string | null
  state: LeadState
  statusReason: LeadStatusReason
  rating: "hot" | "warm" | "cold"
  ownerId: string | null
  ownerName: string | null
  createdAt: Date
  prospectNumber: string | null
}

const columns = Prisma.sql`l.company_name as "companyName", l.first_name as "firstName", l.last_name as "lastName", l.country, l.state::text as state,
  l.status_reason::text as "statusReason", l.rating::text as rating, l.owner_id as "ownerId", l.owner_name as "ownerName",
  l.created_at as "createdAt", l.prospect_number as "prospectNumber"`

function listingOf(viewer: Staff, query: LeadQuery): Listing {
  return { ...listing(leadSource, viewer.id, query, new Date()), columns }
}

/** A page of leads as a viewer's view has them. */
export const listLeads = (viewer: Staff, query: LeadQuery) => readPage<LeadRow>(listingOf(viewer, query), query)

/** The leads before and after one, in the order of the view that it was opened from. */
export const leadNeighbours = (viewer: Staff, query: LeadQuery, leadId: string) => neighbours(listingOf(viewer, query), leadId)

/** Everything that the record page of a lead shows; null when there is none. Read once in a request. */
export const getLead = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const lead = await db.lead.findUnique({ where: { id }, select: shown })
  if (!lead) return null
  return { ...lead, estimatedValue: lead.estimatedValue?.toNumber() ?? null, budgetAmount: lead.budgetAmount?.toNumber() ?? null }
})

export type LeadDetail = NonNullable<Awaited<ReturnType<typeof getLead>>>

const shown = {
  id: true,
  version: true,
  state: true,
  statusReason: true,
  topic: true,
  rating: true,
  source: true,
  ownerId: true,
  ownerName: true,
  createdAt: true,
  closedAt: true,
  closeComment: true,
  firstName: true,
  lastName: true,
  jobTitle: true,
  email: true,
  emailConfirmedAt: true,
  phone: true,
  language: true,
  companyName: true,
  website: true,
  taxId: true,
  country: true,
  street: true,
  street2: true,
  city: true,
  stateProvince: true,
  postalCode: true,
  comments: true,
  industry: true,
  purchaseTimeframe: true,
  purchaseProcess: true,
  budget: true,
  budgetAmount: true,
  need: true,
  decisionMaker: true,
  currency: true,
  estimatedValue: true,
  prospectId: true,
  prospectNumber: true,
  account: { select: { id: true, name: true, customerId: true, customerNumber: true } },
  contact: { select: { id: true, firstName: true, lastName: true, customerId: true, customerNumber: true } },
  opportunity: { select: { id: true, topic: true, state: true, statusReason: true, stage: true, stageEnteredAt: true, closedAt: true } },
} as const
