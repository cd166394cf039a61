import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { addressColumns, type Company, fullName, type Requestor } from "@/lib/platform/party"
import type { LeadSource } from "@/prisma/generated/enums"
import { companyDomain, nameKey } from "../match-keys"
import { announceArrived } from "./announce-arrived"

export type NewLead = Company &
  Requestor & { id: string; comments: string | null; source: LeadSource; prospect: { id: string; number: string } | null }

/** Opens a lead, New and without an owner, with the command's ledger. */
export function openLead(ctx: Ctx, { prospect, ...lead }: NewLead): void {
  const { ledger, now } = ctx
  announceArrived(ctx, [lead.id])
  ledger.insert("sales.lead", {
    id: lead.id,
    topic: `Partner request: ${lead.companyName}`,
    first_name: lead.firstName,
    last_name: lead.lastName,
    email: lead.email,
    phone: lead.phone,
    language: lead.language,
    company_name: lead.companyName,
    website: lead.website,
    tax_id: lead.taxId,
    ...addressColumns(lead),
    comments: lead.comments,
    source: lead.source,
    from_commerce: prospect !== null,
    prospect_id: prospect?.id ?? null,
    prospect_number: prospect?.number ?? null,
    created_at: now,
    search_text: searchText(lead.companyName, fullName(lead), lead.email, lead.phone, prospect?.number),
    name_key: nameKey(lead.companyName),
    domain: companyDomain(lead.website, lead.email),
  })
}
