import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { opportunitySource } from "./opportunity-source"
import type { OpportunityQuery } from "./views"

/** The opportunities before and after one, in the order of the view that it was opened from. */
export const opportunityNeighbours = (viewer: Staff, query: OpportunityQuery, id: string) =>
  listNeighbours(opportunitySource, viewer.id, query, id, new Date())

/** Everything that the record page of an opportunity shows; null when there is none. Read once in a request. */
export const getOpportunity = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const opportunity = await db.opportunity.findUnique({ where: { id }, select: shown })
  if (!opportunity) return null
  const closes = opportunity.closes.map((close) => ({ ...close, actualRevenue: close.actualRevenue?.toNumber() ?? null }))
  const { estimatedRevenue, budgetAmount } = opportunity
  return { ...opportunity, closes, estimatedRevenue: estimatedRevenue?.toNumber() ?? null, budgetAmount: budgetAmount?.toNumber() ?? null }
})

export type OpportunityDetail = NonNullable<Awaited<ReturnType<typeof getOpportunity>>>
export type CloseRecord = OpportunityDetail["closes"][number]

const shown = {
  id: true,
  version: true,
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
  purchaseProcess: true,
  budget: true,
  budgetAmount: true,
  currentSituation: true,
  customerNeed: true,
  proposedSolution: true,
  originatingLeadId: true,
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
  qualifiedLeads: {
    orderBy: { createdAt: "asc" },
    take: 50,
    select: {
      id: true,
      companyName: true,
      firstName: true,
      lastName: true,
      email: true,
      statusReason: true,
      createdAt: true,
      prospectId: true,
      prospectNumber: true,
      contact: { select: { id: true, customerId: true, customerNumber: true } },
    },
  },
  stageVisits: { orderBy: { enteredAt: "asc" }, select: { stage: true, enteredAt: true, leftAt: true } },
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
