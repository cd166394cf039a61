import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { leadSource } from "./lead-source"
import type { LeadQuery } from "./views"

/** The leads before and after one, in the order of the view that it was opened from. */
export const leadNeighbours = (viewer: Staff, query: LeadQuery, leadId: string) =>
  listNeighbours(leadSource, viewer.id, query, leadId, new Date())

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
  score: true,
  grade: true,
  source: true,
  channelName: true,
  askedAt: true,
  ownerId: true,
  ownerName: true,
  createdAt: true,
  closedAt: true,
  closeComment: true,
  responseState: true,
  responseDueAt: true,
  decisionState: true,
  decisionDueAt: true,
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
  estimatedCloseDate: true,
  prospectId: true,
  prospectNumber: true,
  account: { select: { id: true, name: true, customerId: true, customerNumber: true } },
  contact: { select: { id: true, firstName: true, lastName: true, customerId: true, customerNumber: true } },
  originatedOpportunities: { orderBy: { createdAt: "asc" }, take: 10, select: { id: true, topic: true, statusReason: true } },
  opportunity: { select: { id: true, topic: true, state: true, statusReason: true, stage: true, stageEnteredAt: true, closedAt: true } },
} as const
