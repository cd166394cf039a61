import type { Expiry } from "@/lib/commerce/prospects/expiry"
import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToReject } from "@/lib/commerce/prospects/rules"
import type { RequestSettings } from "@/lib/commerce/request-settings/queries"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import { loseInSales } from "../decide-in-commerce"
import { Decision } from "../decision"
import { refusePartnership } from "../refuse-partnership"
import { readExpiries } from "./read-expiries"

/** What the applicant reads in the letter, what stands on the lead, and which rule it was. */
const words: Record<Expiry["because"], { reason: string; comment: string; rule: (settings: RequestSettings) => string }> = {
  unconfirmed: {
    reason: "Your request expired: its email address was not confirmed in time.",
    comment: "Expired: nobody confirmed the address",
    rule: ({ expireAfterDays }) => `Nobody confirmed the address within ${expireAfterDays} days, which Settings, Requests give.`,
  },
  unanswered: {
    reason: "Your request expired: we asked you a question and got no answer in time.",
    comment: "Expired: the applicant did not answer",
    rule: ({ askExpireAfterDays }) => `Nobody answered within ${askExpireAfterDays} days, which Settings, Requests give.`,
  },
}

/**
 * Lets a request expire whose time is over: Rejected by the house itself, with its lead Disqualified, and the decline letter held for the send window as
 * after any decision. No policy asks a second person for it, since no person decides. Whoever answers or confirms at the same time comes first or is told
 * that it expired: the lead is locked before anybody looks, as by an answer. One whose time is not over any more stays, with its new hour.
 */
export async function expireRequest(ctx: Ctx, prospectId: string, settings: RequestSettings): Promise<void> {
  const { tx, now } = ctx
  await tx.$executeRaw`select 1 from sales.lead where id = (select lead_id from commerce.prospect where id = ${prospectId}::uuid) for no key update`
  await tx.$executeRaw`select 1 from commerce.prospect where id = ${prospectId}::uuid for update`
  const prospect = await getProspectToJudge(ctx, prospectId)
  const [read] = await readExpiries(tx, [prospect], settings, now)
  const expiry = read?.expiry ?? null
  if (!expiry || expiry.at > now) {
    await tx.prospect.updateMany({ where: { id: prospectId }, data: { expiresAt: expiry?.at ?? null } })
    return
  }
  await insistOn(ctx, refusalToReject(prospect, "administrator"), prospectId)
  const { reason, comment, rule } = words[expiry.because]
  const asked = expiry.because === "unanswered" ? read?.asked.map(({ subject }) => `“${subject}”`).join(", ") : ""
  const decision = new Decision("reject", { prospectId, leadId: prospect.leadId, opportunityId: prospect.opportunityId })
  const lost = await loseInSales(ctx, decision, prospect, {
    leadReason: "cannot_contact",
    closeReason: "canceled",
    comment: asked ? `${comment} ${asked}` : comment,
  })
  await refusePartnership(ctx, decision, prospect, "rejected", { reason, noteToApplicant: null, ...lost }, decision.touchedIds)
  await tx.prospect.updateMany({ where: { id: prospectId }, data: { expiredAt: now, expiresAt: null } })
  decision.record(ctx)
  auditMove(ctx, {
    move: "prospect.expire",
    record: { kind: "prospect", id: prospectId, label: prospect.number },
    from: "pending",
    to: "rejected",
    reason: [asked && `Asked: ${asked}.`, rule(settings)].filter(Boolean).join(" "),
    touched: [...decision.touchedIds, ...[prospect.leadId, prospect.opportunityId].filter((id) => id !== null)],
    decisionId: decision.id,
  })
}
