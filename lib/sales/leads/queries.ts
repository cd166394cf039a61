import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db, Prisma } from "@/lib/platform/db"
import { contains, type Listing, neighbours, ownedBy, readPage } from "@/lib/platform/keyset"
import { isRecordId } from "@/lib/platform/record-href"
import { byChoice, byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import { ratings } from "../choices"
import { type LeadState, type LeadStatusReason, leadStatusReasons } from "./rules"
import type { LeadQuery, LeadSort, LeadView } from "./views"

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

const sorts: Record<LeadSort, SortKey> = {
  company: byText(Prisma.sql`l.name_key`),
  contact: byText(Prisma.sql`l.last_name`),
  country: byText(Prisma.sql`l.country`, true),
  status: byChoice(Prisma.sql`l.status_reason`, Prisma.sql`sales.lead_status_reason`, Object.keys(leadStatusReasons)),
  rating: byChoice(Prisma.sql`l.rating`, Prisma.sql`sales.rating`, Object.keys(ratings)),
  owner: byText(Prisma.sql`l.owner_name`, true),
  created: byTime(Prisma.sql`l.created_at`),
}

const belongs: Record<LeadView, (viewer: Staff) => Prisma.Sql[]> = {
  commerce: () => [Prisma.sql`l.from_commerce`],
  "my-open": ({ id }) => [Prisma.sql`l.owner_id = ${id}::uuid and l.state = 'open'`],
  open: () => [Prisma.sql`l.state = 'open'`],
  closed: () => [Prisma.sql`l.state <> 'open'`],
  all: () => [],
}

function listingOf(viewer: Staff, query: LeadQuery): Listing {
  const where = belongs[query.view](viewer)
  if (query.q) where.push(contains(Prisma.sql`l.search_text`, query.q))
  if (query.filters.status) where.push(Prisma.sql`l.status_reason = ${query.filters.status}::sales.lead_status_reason`)
  if (query.filters.owner) where.push(ownedBy(Prisma.sql`l.owner_id`, viewer.id, query.filters.owner))
  const from = Prisma.sql`sales.lead l`
  return { from, id: Prisma.sql`l.id`, columns, where, sort: sorts[query.sort], descending: query.dir === "desc" }
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
