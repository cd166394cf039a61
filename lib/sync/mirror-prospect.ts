import type { Ctx } from "@/lib/platform/context"
import type { Company, Requestor } from "@/lib/platform/party"
import { openLead } from "@/lib/sales/leads/open-lead"
import { type Mapping, mapped } from "./conversion/mapping"
import { noteDualWrite } from "./dual-write"

type Mirrored = Company &
  Requestor & { id: string; number: string; leadId: string; channel: string; channelName: string; comments: string | null }

/** The map Prospects → Leads: opens the lead of a prospect as the field mapping says, in the statement that writes the prospect. */
export function mirrorProspect(
  ctx: Ctx,
  { id, number, leadId, companyName, channel, channelName, ...said }: Mirrored,
  mapping: Mapping,
): void {
  const { firstName, lastName, email, phone, language, website, taxId, comments } = said
  const { country, street, street2, city, stateProvince, postalCode } = said
  const address = { country, street, street2, city, stateProvince, postalCode }
  const request = { firstName, lastName, email, phone, language, company: companyName, website, taxId, comments, ...address }
  const values = mapped(mapping, "lead", { request })
  openLead(ctx, { id: leadId, values, prospect: { id, number, channel, channelName } })
  noteDualWrite(ctx, {
    map: "prospects_leads",
    operation: "create",
    source: { kind: "prospect", id, label: number },
    target: { kind: "lead", id: leadId, label: values.company ?? companyName },
    aggregateId: id,
  })
}
