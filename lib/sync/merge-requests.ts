import { getProspectToJudge, moveProspect } from "@/lib/commerce/prospects/move-prospect"
import { postRequestMerged } from "@/lib/mail/post-request-merged"
import type { Ctx } from "@/lib/platform/context"
import { type LeadStatusReason, leadStatusReasons } from "@/lib/sales/leads/rules"
import type { MergeRecord } from "./merge-record"
import type { MergeRow } from "./read-merge"

/**
 * What becomes of the request of a lead that becomes part of another. Where the other has a request too, this one is Merged: it ends and is decided with the
 * other, and its applicant is told so by a letter if somebody chose that. Where it has none, it takes this one over, which goes on as if nothing had happened.
 */
export async function mergeRequests(
  ctx: Ctx,
  merge: MergeRecord,
  primary: MergeRow,
  loser: MergeRow,
  tells: boolean,
): Promise<Record<string, unknown>> {
  if (!loser.prospectId) return {}
  // Whoever gives it an owner at this moment has done so before the merge, and unmerge does not take that back.
  await ctx.tx.$executeRaw`select 1 from commerce.prospect where id = ${loser.prospectId}::uuid for update`
  const prospect = await getProspectToJudge(ctx, loser.prospectId)
  const source = { kind: "lead" as const, id: primary.id, label: primary.label }
  const target = { kind: "prospect" as const, id: prospect.id, label: prospect.number }
  await merge.watch(ctx.tx, "commerce.prospect", prospect.id, prospect.number)
  if (primary.prospectId) {
    await moveProspect(ctx, prospect, "merged", { mergedIntoId: primary.prospectId, leadId: null, salesStage: null })
    merge.touched.add(primary.prospectId)
    merge.carry(ctx, "opportunities_prospects", "merge", source, target)
    if (tells) {
      const into = await getProspectToJudge(ctx, primary.prospectId)
      postRequestMerged(ctx, { mergeId: merge.id, request: prospect, into, recordIds: [prospect.id, primary.id, loser.id] })
    }
    return {}
  }
  const salesStage = leadStatusReasons[primary.statusReason as LeadStatusReason].word
  await ctx.tx.prospect.update({ where: { id: prospect.id }, data: { leadId: primary.id, salesStage, version: { increment: 1 } } })
  merge.carry(ctx, "prospects_leads", "link", target, source)
  return { prospectId: prospect.id, prospectNumber: prospect.number, fromCommerce: true }
}
