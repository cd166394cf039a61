import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { statement } from "@/lib/platform/statement"
import type { Decision } from "./decision"

type Links = { organizationId: string | null; requestorId: string | null; opportunityId: string | null; salesStage: string | null }

/** Writes the links of prospects and answers with what stood there before, in one round trip. */
const link = statement<Links & { id: string; number: string; version: number }>(`
  with before as (
    select id, number, version, organization_id, requestor_id, opportunity_id, sales_stage from commerce.prospect
    where id = any(select (value->>'prospectId')::uuid from jsonb_array_elements($1::jsonb)) order by id for update
  )
  update commerce.prospect as linked
  set organization_id = link."organizationId", requestor_id = link."requestorId", opportunity_id = link."opportunityId",
    sales_stage = link."salesStage", version = linked.version + 1
  from before, jsonb_to_recordset($1::jsonb) as link ("prospectId" uuid, "organizationId" uuid, "requestorId" uuid, "opportunityId" uuid, "salesStage" text)
  where linked.id = before.id and link."prospectId" = before.id
  returning before.id, before.number, before.version, before.organization_id as "organizationId", before.requestor_id as "requestorId",
    before.opportunity_id as "opportunityId", before.sales_stage as "salesStage"`)

export type ProspectLink = Links & { decision: Decision; prospectId: string }

/** Tells prospects of their counterparts and how far Sales is, each as part of its decision. */
export async function linkProspects(ctx: Ctx, links: readonly ProspectLink[]): Promise<void> {
  if (links.length === 0) return
  const rows = await link(ctx.tx, [JSON.stringify(links.map(({ decision: _, ...rest }) => rest))])
  const before = new Map(rows.map((row) => [row.id, row]))
  for (const { decision, prospectId } of links) {
    const found = before.get(prospectId)
    if (!found) throw notFound("prospect")
    const { id, number, version, ...stood } = found
    decision.changed("prospect", { kind: "prospect", id, label: number, version }, stood, `Prospect ${number}`, "linked")
  }
}

/** Notes on prospects that are pending how far Sales is; a plain note, not a move. One that somebody decides at that moment says how it ended. */
export async function noteSalesStage({ tx }: Ctx, prospectIds: readonly string[], salesStage: string): Promise<void> {
  await tx.prospect.updateMany({ where: { id: { in: [...prospectIds] }, status: "pending" }, data: { salesStage } })
}
