import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { type Company, fullName, type Requestor } from "@/lib/platform/party"
import type { LeadSource } from "@/prisma/generated/enums"
import { companyDomain, nameKey } from "../match-keys"

export type NewLead = Company &
  Requestor & { id: string; comments: string | null; source: LeadSource; prospect: { id: string; number: string } | null }

/** Opens a lead, New and without an owner. */
export async function openLead({ tx, now }: Ctx, { prospect, ...lead }: NewLead): Promise<void> {
  await tx.lead.createMany({
    data: [
      {
        ...lead,
        topic: `Partner request: ${lead.companyName}`,
        fromCommerce: prospect !== null,
        prospectId: prospect?.id ?? null,
        prospectNumber: prospect?.number ?? null,
        createdAt: now,
        searchText: searchText(lead.companyName, fullName(lead), lead.email, lead.phone, prospect?.number),
        nameKey: nameKey(lead.companyName),
        domain: companyDomain(lead.website, lead.email),
      },
    ],
  })
}
