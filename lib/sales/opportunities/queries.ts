import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db, Prisma } from "@/lib/platform/db"
import { contains, type Listing, neighbours, ownedBy, readPage } from "@/lib/platform/keyset"
import { isRecordId } from "@/lib/platform/record-href"
import { byDay, byNumber, byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import type { OpportunityStatusReason, Stage } from "./rules"
import type { OpportunityQuery, OpportunitySort, OpportunityView } from "./views"

/** A row of the list of opportunities. */
export type OpportunityRow = {
  id: string
  sortValue: string | null
  topic: string
  accountName: string
  statusReason: OpportunityStatusReason
  stage: Stage
  ownerId: string | null
  ownerName: string | null
  estimatedRevenue: number | null
  currency: string
  estimatedCloseDate: string | null
  createdAt: Date
}

const columns = Prisma.sql`o.topic, a.name as "accountName", o.status_reason::text as "statusReason", o.stage::text as stage,
  o.owner_id as "ownerId", o.owner_name as "ownerName", o.estimated_revenue::float8 as "estimatedRevenue", o.currency,
  o.estimated_close_date::text as "estimatedCloseDate", o.created_at as "createdAt"`

const sorts: Record<OpportunitySort, SortKey> = {
  topic: byText(Prisma.sql`o.topic`),
  revenue: byNumber(Prisma.sql`o.estimated_revenue`),
  close: byDay(Prisma.sql`o.estimated_close_date`),
  created: byTime(Prisma.sql`o.created_at`),
}

const belongs: Record<OpportunityView, (viewer: Staff) => Prisma.Sql[]> = {
  "my-open": ({ id }) => [Prisma.sql`o.owner_id = ${id}::uuid and o.state = 'open'`],
  open: () => [Prisma.sql`o.state = 'open'`],
  won: () => [Prisma.sql`o.state = 'won'`],
  lost: () => [Prisma.sql`o.state = 'lost'`],
  all: () => [],
}

function listingOf(viewer: Staff, query: OpportunityQuery): Listing {
  const where = belongs[query.view](viewer)
  if (query.q) where.push(contains(Prisma.sql`o.search_text`, query.q))
  if (query.filters.owner) where.push(ownedBy(Prisma.sql`o.owner_id`, viewer.id, query.filters.owner))
  const from = Prisma.sql`sales.opportunity o join sales.account a on a.id = o.account_id`
  return { from, id: Prisma.sql`o.id`, columns, where, sort: sorts[query.sort], descending: query.dir === "desc" }
}

/** A page of opportunities as a viewer's view has them. */
export const listOpportunities = (viewer: Staff, query: OpportunityQuery) => readPage<OpportunityRow>(listingOf(viewer, query), query)

/** The opportunities before and after one, in the order of the view that it was opened from. */
export const opportunityNeighbours = (viewer: Staff, query: OpportunityQuery, id: string) => neighbours(listingOf(viewer, query), id)

/** Everything that the record page of an opportunity shows; null when there is none. Read once in a request. */
export const getOpportunity = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const opportunity = await db.opportunity.findUnique({ where: { id }, select: shown })
  if (!opportunity) return null
  const closes = opportunity.closes.map((close) => ({ ...close, actualRevenue: close.actualRevenue?.toNumber() ?? null }))
  return { ...opportunity, closes, estimatedRevenue: opportunity.estimatedRevenue?.toNumber() ?? null }
})

export type OpportunityDetail = NonNullable<Awaited<ReturnType<typeof getOpportunity>>>
export type CloseRecord = OpportunityDetail["closes"][number]

const shown = {
  id: true,
  topic: true,
  state: true,
  statusReason: true,
  stage: true,
  stageEnteredAt: true,
  estimatedRevenue: true,
  estimatedCloseDate: true,
  probability: true,
  currency: true,
  rating: true,
  need: true,
  purchaseTimeframe: true,
  ownerId: true,
  ownerName: true,
  createdAt: true,
  closedAt: true,
  prospectId: true,
  prospectNumber: true,
  account: {
    select: {
      id: true,
      name: true,
      website: true,
      taxId: true,
      phone: true,
      country: true,
      street: true,
      street2: true,
      city: true,
      stateProvince: true,
      postalCode: true,
      customerId: true,
      customerNumber: true,
    },
  },
  contact: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      jobTitle: true,
      email: true,
      phone: true,
      language: true,
      customerId: true,
      customerNumber: true,
    },
  },
  originatingLead: {
    select: { id: true, companyName: true, firstName: true, lastName: true, statusReason: true, createdAt: true, comments: true },
  },
  closes: {
    orderBy: { at: "desc" },
    select: {
      id: true,
      outcome: true,
      statusReason: true,
      actualRevenue: true,
      currency: true,
      closeDate: true,
      competitor: true,
      description: true,
      actorName: true,
      at: true,
    },
  },
} as const
