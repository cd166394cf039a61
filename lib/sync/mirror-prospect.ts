import type { Ctx } from "@/lib/platform/context"
import { type NewLead, openLead } from "@/lib/sales/leads/open-lead"
import { noteDualWrite } from "./dual-write"

type Mirrored = Omit<NewLead, "id" | "source" | "prospect"> & { id: string; number: string; leadId: string }

/** The map Prospects → Leads: opens the lead of a prospect, in the statement that writes the prospect. */
export function mirrorProspect(ctx: Ctx, prospect: Mirrored): void {
  const { id, number, leadId, firstName, lastName, email, phone, language, companyName, website, taxId, comments } = prospect
  const { country, street, street2, city, stateProvince, postalCode } = prospect
  const address = { country, street, street2, city, stateProvince, postalCode }
  const said = { firstName, lastName, email, phone, language, companyName, website, taxId, comments }
  openLead(ctx, { id: leadId, ...said, ...address, source: "web", prospect: { id, number } })
  noteDualWrite(ctx, {
    map: "prospects_leads",
    operation: "create",
    source: { kind: "prospect", id, label: number },
    target: { kind: "lead", id: leadId, label: companyName },
    aggregateId: id,
  })
}
