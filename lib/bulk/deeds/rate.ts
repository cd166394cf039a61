import { z } from "zod"
import { auditMove } from "@/lib/platform/audit"
import type { Tx } from "@/lib/platform/db"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { type Rating, ratings } from "@/lib/sales/choices"
import { refusalToEdit } from "@/lib/sales/leads/rules"
import { rewriteLeads } from "@/lib/sales/leads/write-leads"
import type { Worker } from "@/lib/sales/worker"
import type { Deed, RunItem, StaffCtx } from "../run-job"
import { idsOf, sortOut, undoneOrKept } from "../sort-out"
import { lockLeads } from "./leads"

const Input = z.object({ rating: z.enum(Object.keys(ratings) as [Rating, ...Rating[]], "Choose a rating") })
const select = {
  id: true,
  version: true,
  companyName: true,
  state: true,
  statusReason: true,
  ownerId: true,
  ownerName: true,
  rating: true,
} as const

const readLeads = (tx: Tx, items: readonly RunItem[]) => tx.lead.findMany({ where: { id: { in: idsOf(items) } }, select })
type Lead = Awaited<ReturnType<typeof readLeads>>[number]

const refusalToRate = (lead: Lead, worker: Worker, rating: Rating): Refusal | null =>
  refusalToEdit(lead, worker) ?? (lead.rating === rating ? { code: "conflict", message: `It is ${ratings[rating]} already.` } : null)

/** Gives leads their ratings in one statement; returns the new versions of those that it changed. */
async function rateLeads(ctx: StaffCtx, given: readonly { lead: Lead; rating: Rating }[], reason: string | null) {
  const versions = await rewriteLeads(
    ctx.tx,
    given.map(({ lead: { id, version }, rating }) => ({ id, version, data: { rating } })),
  )
  for (const { lead, rating } of given) {
    if (!versions.has(lead.id)) continue
    auditMove(ctx, {
      move: "lead.edit",
      record: { kind: "lead", id: lead.id, label: lead.companyName },
      to: "Rating",
      changes: [{ field: "rating", from: lead.rating, to: rating }],
      reason,
    })
  }
  return versions
}

const rate: Deed = {
  atOnce: 500,
  async prepare(_, typed) {
    const { data } = Input.safeParse(typed)
    if (!data) throw new AppError("invalid", "Choose a rating.", { fields: { rating: "Choose a rating" } })
    return { input: data, title: `Rate ${ratings[data.rating]}` }
  },
  async check(tx, staff, run, items) {
    const { rating } = Input.parse(run.input)
    const leads = new Map((await readLeads(tx, items)).map((lead) => [lead.id, lead]))
    return items.map(({ place, recordId }) => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToRate(lead, staff, rating)
      if (refused) return { place, verdict: "blocked", told: refused.message }
      return { place, verdict: "ready", told: `${ratings[lead.rating]} → ${ratings[rating]}` }
    })
  },
  async perform(ctx, run, items) {
    const { rating } = Input.parse(run.input)
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToRate(lead, ctx.actor, rating))
    const versions = await rateLeads(
      ctx,
      fit.map(({ row: lead }) => ({ lead, rating })),
      null,
    )
    const done = fit.map(({ item: { place }, row: { id, rating: was, ownerId } }) => ({
      ...{ place, result: "done" as const, versionAfter: versions.get(id), before: { rating: was }, ownerId },
    }))
    return [...unfit, ...done]
  },
  async undo(ctx, run, items) {
    await lockLeads(ctx.tx, items)
    const leads = new Map((await readLeads(ctx.tx, items)).map((lead) => [lead.id, lead]))
    const given = items.flatMap(({ recordId, versionAfter, before }) => {
      const lead = leads.get(recordId)
      return lead && lead.version === versionAfter ? [{ lead, rating: Input.parse(before).rating }] : []
    })
    const versions = await rateLeads(ctx, given, `Took the run back: ${run.title}`)
    return undoneOrKept(ctx.tx, items, ({ recordId }) => versions.has(recordId))
  },
}

export const rateDeeds = { "leads.rate": rate }
