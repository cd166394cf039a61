import { getProspectToJudge, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import type { Ctx } from "@/lib/platform/context"
import { leadsOfOpportunity } from "@/lib/sales/leads/leads-of-opportunity"

/** The prospects that closing an opportunity decides: those of every lead that it qualifies, oldest first. */
export async function prospectsOfOpportunity(ctx: Pick<Ctx, "tx">, opportunityId: string): Promise<ProspectToJudge[]> {
  const prospects: ProspectToJudge[] = []
  for (const { prospectId } of await leadsOfOpportunity(ctx.tx, opportunityId))
    if (prospectId) prospects.push(await getProspectToJudge(ctx, prospectId))
  return prospects
}
