import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { statement } from "@/lib/platform/statement"
import type { Decision } from "./decision"

type Links = { organizationId: string | null; requestorId: string | null; opportunityId: string | null; salesStage: string | null }

/** Writes the links of a prospect and answers with what stood there before, in one round trip. */
const link = statement<Links & { number: string; version: number }>(`
  with before as (
    select id, number, version, organization_id, requestor_id, opportunity_id, sales_stage from commerce.prospect where id = $1::uuid for update
  )
  update commerce.prospect as linked
  set organization_id = $2::uuid, requestor_id = $3::uuid, opportunity_id = $4::uuid, sales_stage = $5, version = linked.version + 1
  from before where linked.id = before.id
  returning before.number, before.version, before.organization_id as "organizationId", before.requestor_id as "requestorId",
    before.opportunity_id as "opportunityId", before.sales_stage as "salesStage"`)

/** Tells a prospect of its counterparts and how far Sales is, as part of a decision. */
export async function linkProspect(ctx: Ctx, decision: Decision, prospectId: string, links: Links): Promise<void> {
  const [before] = await link(ctx.tx, [prospectId, links.organizationId, links.requestorId, links.opportunityId, links.salesStage])
  if (!before) throw notFound("prospect")
  const { number, version, ...stood } = before
  decision.changed("prospect", { kind: "prospect", id: prospectId, label: number, version }, stood, `Prospect ${number}`, "linked")
}

/** Notes on a prospect how far Sales is; a plain note, not a move. */
export async function noteSalesStage({ tx }: Ctx, prospectId: string, salesStage: string): Promise<void> {
  await tx.prospect.updateMany({ where: { id: prospectId }, data: { salesStage } })
}
