import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import { convert } from "./convert"
import { Decision } from "./decision"
import type { QualifyLead } from "./schema"

/** Qualifies an open lead: account, contact and opportunity in Sales, customers in Commerce, and a receipt of all of it. */
export async function qualifyLead(ctx: Ctx & { actor: Staff }, input: QualifyLead) {
  const lead = await getLeadToJudge(ctx.tx, input.leadId)
  await insistOn(ctx, refusalToQualify(lead, ctx.actor), lead.id)
  const decision = new Decision("qualify", { leadId: lead.id, prospectId: lead.prospectId })
  const opportunity = input.opportunity === "create" ? { topic: input.topic ?? lead.topic, estimatedRevenue: input.estimatedRevenue } : null
  const converted = await convert(ctx, decision, lead, { accountId: input.accountId, contactId: input.contactId, opportunity })
  decision.record(ctx)
  auditMove(ctx, {
    move: "lead.qualify",
    record: { kind: "lead", id: lead.id, label: lead.companyName },
    from: lead.statusReason,
    to: "qualified",
    changes: [{ field: "status", from: lead.statusReason, to: "qualified" }],
    touched: [...decision.touchedIds, converted.accountId, converted.contactId],
    decisionId: decision.id,
  })
  return { ...converted, decisionId: decision.id }
}
