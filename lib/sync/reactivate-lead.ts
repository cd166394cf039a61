import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import type { Staff } from "@/lib/identity/actor"
import { cancelHeldBack } from "@/lib/mail/log/cancel-held-back"
import { postLetter } from "@/lib/mail/post-letter"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { insistOn } from "@/lib/platform/overtaken"
import { fullName } from "@/lib/platform/party"
import { getLeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { moveLead } from "@/lib/sales/leads/move-lead"
import { refusalToReactivate } from "@/lib/sales/leads/rules"
import { noteDualWrite } from "./dual-write"
import type { ReactivateLead } from "./schema"
import { standingDecision, touchedRows } from "./standing-decision"
import { takeBackPartnership } from "./take-back-partnership"

/** Opens a Disqualified lead again; its prospect is Pending again. The applicant is told only when that was chosen. */
export async function reactivateLead(ctx: Ctx & { actor: Staff }, { leadId, tellApplicant }: ReactivateLead) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  const prospect = lead.prospectId ? await getProspectToJudge(ctx, lead.prospectId) : null
  await insistOn(ctx, refusalToReactivate({ ...lead, isWithdrawn: prospect?.status === "withdrawn" }, ctx.actor), leadId)
  await moveLead(ctx, lead, "new", { closeComment: null })
  const record = { kind: "lead" as const, id: leadId, label: lead.companyName }
  if (prospect && prospect.status !== "pending") {
    const standing = await standingDecision(ctx.tx, { leadId })
    await takeBackPartnership(ctx, [prospect], standing ? touchedRows(standing.touched) : [])
    await ctx.tx.prospect.update({ where: { id: prospect.id }, data: { salesStage: "New" } })
    if (standing) await cancelHeldBack(ctx.tx, standing.id)
    const target = { kind: "prospect" as const, id: prospect.id, label: prospect.number }
    noteDualWrite(ctx, { map: "opportunities_prospects", operation: "reopen", source: record, target, aggregateId: prospect.id })
    if (tellApplicant) {
      postLetter(ctx, {
        letter: "request-reopened",
        subjectId: newId(),
        to: { address: prospect.email, name: fullName(prospect) },
        words: { reference: prospect.number },
        about: { prospectId: prospect.id },
        recordIds: [prospect.id, leadId],
        language: prospect.language,
      })
    }
  }
  const touched = prospect ? [prospect.id] : []
  auditMove(ctx, {
    move: "lead.reactivate",
    record,
    from: lead.statusReason,
    to: "new",
    touched,
    changes: [{ field: "status", from: lead.statusReason, to: "new" }],
  })
  return { leadId }
}
