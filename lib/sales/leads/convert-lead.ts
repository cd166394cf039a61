import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { addressColumns } from "@/lib/platform/party"
import { companyDomain, nameKey } from "../match-keys"
import { accountSearchText, contactSearchText, opportunitySearchText } from "../search-texts"
import type { LeadToJudge } from "./get-lead-to-judge"

type Counterpart = { id: string; number: string } | null
type Owner = { id: string | null; name: string | null }

/** What becomes of the lead: which account and contact, and whether they exist or are to be made; the opportunity's topic, or null to skip it. */
export type Conversion = {
  account: { id: string; isNew: boolean }
  contact: { id: string; isNew: boolean }
  opportunity: { topic: string; estimatedRevenue: number | null } | null
  owner: Owner
  customers: { organization: Counterpart; person: Counterpart }
}

export type Converted = { accountId: string; contactId: string; opportunityId: string | null }

/** Makes what the conversion asks for, in one statement. It does not touch the lead itself: `moveLead` does. */
export async function convertLead({ tx, now }: Ctx, lead: LeadToJudge, conversion: Conversion): Promise<Converted> {
  const [accountId, contactId] = [conversion.account.id, conversion.contact.id]
  const opportunityId = conversion.opportunity ? newId() : null
  const rows = {
    account: !conversion.account.isNew ? [] : [accountRow(lead, accountId, conversion, now)],
    contact: !conversion.contact.isNew ? [] : [contactRow(lead, contactId, accountId, conversion, now)],
    opportunity: conversion.opportunity
      ? [opportunityRow(lead, { accountId, contactId, opportunityId, ...conversion.opportunity }, conversion.owner, now)]
      : [],
  }
  await tx.$executeRaw`
    with account as (
      insert into sales.account select * from jsonb_populate_recordset(null::sales.account, ${JSON.stringify(rows.account)}::jsonb)
    ), contact as (
      insert into sales.contact select * from jsonb_populate_recordset(null::sales.contact, ${JSON.stringify(rows.contact)}::jsonb)
    )
    insert into sales.opportunity select * from jsonb_populate_recordset(null::sales.opportunity, ${JSON.stringify(rows.opportunity)}::jsonb)`
  return { accountId, contactId, opportunityId }
}

const accountRow = (lead: LeadToJudge, id: string, { owner, customers }: Conversion, now: Date) => ({
  id,
  name: lead.companyName,
  website: lead.website,
  domain: companyDomain(lead.website, lead.email),
  tax_id: lead.taxId,
  name_key: nameKey(lead.companyName),
  email: null,
  phone: lead.phone,
  ...addressColumns(lead),
  owner_id: owner.id,
  owner_name: owner.name,
  originating_lead_id: lead.id,
  customer_id: customers.organization?.id ?? null,
  customer_number: customers.organization?.number ?? null,
  created_at: now,
  version: 1,
  search_text: accountSearchText({
    name: lead.companyName,
    phone: lead.phone,
    customerNumber: customers.organization?.number ?? null,
    taxId: lead.taxId,
  }),
})

const contactRow = (lead: LeadToJudge, id: string, accountId: string, { owner, customers }: Conversion, now: Date) => ({
  id,
  first_name: lead.firstName,
  last_name: lead.lastName,
  job_title: lead.jobTitle,
  email: lead.email,
  phone: lead.phone,
  language: lead.language,
  account_id: accountId,
  owner_id: owner.id,
  owner_name: owner.name,
  originating_lead_id: lead.id,
  customer_id: customers.person?.id ?? null,
  customer_number: customers.person?.number ?? null,
  created_at: now,
  version: 1,
  search_text: contactSearchText({ ...lead, customerNumber: customers.person?.number ?? null }, lead.companyName),
})

type NewOpportunity = { accountId: string; contactId: string; opportunityId: string | null; topic: string; estimatedRevenue: number | null }

const opportunityRow = (
  lead: LeadToJudge,
  { accountId, contactId, opportunityId, topic, estimatedRevenue }: NewOpportunity,
  owner: Owner,
  now: Date,
) => ({
  id: opportunityId,
  topic,
  account_id: accountId,
  contact_id: contactId,
  originating_lead_id: lead.id,
  prospect_id: lead.prospectId,
  prospect_number: lead.prospectNumber,
  state: "open",
  status_reason: "in_progress",
  stage: "develop",
  stage_entered_at: now,
  estimated_revenue: estimatedRevenue ?? lead.estimatedValue,
  estimated_close_date: lead.estimatedCloseDate,
  probability: null,
  currency: lead.currency,
  rating: lead.rating,
  need: lead.need,
  purchase_timeframe: lead.purchaseTimeframe,
  budget: lead.budget,
  budget_amount: lead.budgetAmount,
  purchase_process: lead.purchaseProcess,
  owner_id: owner.id,
  owner_name: owner.name,
  created_at: now,
  closed_at: null,
  version: 1,
  search_text: opportunitySearchText({ topic, prospectNumber: lead.prospectNumber, account: { name: lead.companyName }, contact: lead }),
})
