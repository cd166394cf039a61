import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { insistOn } from "@/lib/platform/overtaken"
import { nameKey } from "../match-keys"
import { refusalToEdit } from "../opportunities/rules"
import type { AddCompetitor, EditCompetitor, RemoveCompetitor } from "./schema"

type Worker = Ctx & { actor: Staff }

async function openOpportunity(ctx: Worker, id: string) {
  const opportunity = await ctx.tx.opportunity.findUnique({
    where: { id },
    select: { topic: true, state: true, ownerId: true, ownerName: true },
  })
  if (!opportunity) throw notFound("opportunity")
  await insistOn(ctx, refusalToEdit(opportunity, ctx.actor), id)
  return { kind: "opportunity" as const, id, label: opportunity.topic }
}

/** Puts a competitor in the race for an opportunity; one whose name is known already is that one. */
export async function addCompetitor(ctx: Worker, { opportunityId, competitorId, ...about }: AddCompetitor) {
  const { tx, now } = ctx
  const record = await openOpportunity(ctx, opportunityId)
  if (!competitorId && !about.name)
    throw new AppError("invalid", "Choose a competitor or enter a new name.", { fields: { name: "Enter the name" } })
  const key = nameKey(about.name)
  const known = await tx.competitor.findFirst({
    where: competitorId ? { id: competitorId } : { nameKey: key },
    select: { id: true, name: true },
  })
  if (competitorId && !known) throw notFound("competitor")
  const competitor = known ?? { id: newId(), name: about.name }
  if (!known) await tx.competitor.create({ data: { ...about, id: competitor.id, nameKey: key, createdAt: now } })
  const { count } = await tx.opportunityCompetitor.createMany({
    data: [{ opportunityId, competitorId: competitor.id, addedAt: now }],
    skipDuplicates: true,
  })
  if (count === 0) throw new AppError("conflict", `${competitor.name} is a competitor here already.`)
  auditMove(ctx, { move: "competitor.add", record, reason: competitor.name })
  return { name: competitor.name }
}

/** Says what is known of a competitor, on every opportunity that has it. */
export async function editCompetitor(ctx: Worker, { competitorId, ...about }: EditCompetitor) {
  const { tx } = ctx
  const known = await tx.competitor.findUnique({ where: { id: competitorId }, select: { name: true } })
  if (!known) throw notFound("competitor")
  const key = nameKey(about.name)
  const other = await tx.competitor.findFirst({ where: { nameKey: key, id: { not: competitorId } }, select: { name: true } })
  if (other) throw new AppError("invalid", `${other.name} is listed already.`, { fields: { name: `${other.name} is listed already.` } })
  await tx.competitor.update({ where: { id: competitorId }, data: { ...about, nameKey: key, version: { increment: 1 } } })
  auditMove(ctx, { move: "competitor.edit", record: { kind: "competitor", id: competitorId, label: about.name } })
  return { name: about.name }
}

/** Takes a competitor out of the race for an opportunity. */
export async function removeCompetitor(ctx: Worker, { opportunityId, competitorId }: RemoveCompetitor) {
  const record = await openOpportunity(ctx, opportunityId)
  const competitor = await ctx.tx.competitor.findUnique({ where: { id: competitorId }, select: { name: true } })
  const { count } = await ctx.tx.opportunityCompetitor.deleteMany({ where: { opportunityId, competitorId } })
  if (!competitor || count === 0) throw notFound("competitor")
  auditMove(ctx, { move: "competitor.remove", record, reason: competitor.name })
  return { name: competitor.name }
}
