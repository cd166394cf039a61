import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { overtaken } from "@/lib/platform/overtaken"
import { statement } from "@/lib/platform/statement"
import { type LeadStatusReason, leadStatusReasons } from "./rules"

type Moving = { id: string; version: number }
type Facts = Omit<Prisma.LeadUncheckedUpdateManyInput, "state" | "statusReason" | "version" | "closedAt">

const claim = statement<{ id: string }>(`
  select lead.id from sales.lead join unnest($1::uuid[], $2::int[]) as seen (id, version) on seen.id = lead.id and seen.version = lead.version
  order by lead.id for update of lead`)

/**
 * Locks leads as they were read, until commit, and says which of them still stand so: of two who convert one, the second waits here
 * and then finds it changed.
 */
export async function claimLeads({ tx }: Ctx, leads: readonly Moving[]): Promise<Set<string>> {
  const claimed = await claim(tx, [leads.map(({ id }) => id), leads.map(({ version }) => version)])
  return new Set(claimed.map(({ id }) => id))
}

/** What a qualified lead became, and who owns it from then on. */
export type Qualified = {
  accountId: string
  contactId: string
  opportunityId: string | null
  ownerId: string | null
  ownerName: string | null
}

const qualify = statement<{ id: string }>(`
  update sales.lead as lead set state = 'qualified', status_reason = 'qualified', closed_at = $2::timestamptz, account_id = became."accountId",
    contact_id = became."contactId", opportunity_id = became."opportunityId", owner_id = became."ownerId", owner_name = became."ownerName",
    version = lead.version + 1
  from jsonb_to_recordset($1::jsonb) as became (id uuid, version int, "accountId" uuid, "contactId" uuid, "opportunityId" uuid, "ownerId" uuid, "ownerName" text)
  where lead.id = became.id and lead.version = became.version returning lead.id`)

/** Moves claimed leads to Qualified, all of them in one statement. */
export async function qualifyClaimed(ctx: Ctx, leads: readonly (Moving & Qualified)[]): Promise<void> {
  const moved = new Set((await qualify(ctx.tx, [JSON.stringify(leads), ctx.now])).map(({ id }) => id))
  const missed = leads.find(({ id }) => !moved.has(id))
  if (missed) throw await overtaken(ctx, missed.id)
}

const disqualify = statement<{ id: string }>(`
  update sales.lead as lead set state = 'disqualified', status_reason = $3::sales.lead_status_reason, closed_at = $4::timestamptz, close_comment = $5::text,
    version = lead.version + 1
  from unnest($1::uuid[], $2::int[]) as seen (id, version) where lead.id = seen.id and lead.version = seen.version returning lead.id`)

/** Moves claimed leads to Disqualified for one reason, all of them in one statement. */
export async function disqualifyClaimed(
  ctx: Ctx,
  leads: readonly Moving[],
  reason: LeadStatusReason,
  comment: string | null,
): Promise<void> {
  const [ids, versions] = [leads.map(({ id }) => id), leads.map(({ version }) => version)]
  const moved = new Set((await disqualify(ctx.tx, [ids, versions, reason, ctx.now, comment])).map(({ id }) => id))
  const missed = leads.find(({ id }) => !moved.has(id))
  if (missed) throw await overtaken(ctx, missed.id)
}

/** Moves a lead to a status, with the facts that belong to the move; whoever comes second is told who was first. Nobody else writes a lead's status. */
export async function moveLead(ctx: Ctx, { id, version }: Moving, statusReason: LeadStatusReason, facts: Facts): Promise<void> {
  const { state } = leadStatusReasons[statusReason]
  const moved = await ctx.tx.lead.updateMany({
    where: { id, version },
    data: { ...facts, state, statusReason, closedAt: state === "open" ? null : ctx.now, version: { increment: 1 } },
  })
  if (moved.count === 0) throw await overtaken(ctx, id)
}
