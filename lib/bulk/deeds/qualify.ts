import { z } from "zod"
import { Prisma } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { matchLeads } from "@/lib/sales/accounts/match-leads"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import { guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"
import { qualifyLeads } from "@/lib/sync/qualify-lead"
import { qualifyVerdict } from "../qualify-verdict"
import type { Checked, Deed, Performed, RunItem } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads } from "./leads"
import { choiceOf, Picked, sharedOf } from "./picked"
import { type AskedTwin, findTwins } from "./twins"
import { undoDecided } from "./undo-decided"

type Lead = Awaited<ReturnType<typeof readLeads>>[number]

const Input = z.object({ opportunity: z.enum(["create", "skip"]).default("create") })

const qualify: Deed = {
  atOnce: 200,
  looksAtOnce: 50,
  async prepare(_, typed) {
    const input = Input.parse(typed)
    return { input, title: input.opportunity === "skip" ? "Qualify without opportunities" : "Qualify" }
  },
  async check(tx, staff, run, items) {
    const leads = new Map((await readLeads(tx, items)).map((lead) => [lead.id, lead]))
    const able = [...leads.values()].filter((lead) => refusalToQualify(lead, staff) === null)
    const [matches, twins] = [await matchLeads(tx, able), await findTwins(tx, run, amongTwins(items, leads), Prisma.sql`l.id`)]
    const guards = await guardsOf(
      tx,
      ["qualify"],
      able.map(({ id }) => id),
      new Date(),
    )
    return items.map(({ place, recordId }): Checked => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const { accounts = [], contacts = [] } = matches.get(lead.id) ?? {}
      const { email, companyName } = lead
      const asked = { email, companyName, personName: fullName(lead), accounts, contacts, twin: twins.get(place) ?? null }
      const guard = guards.get(lead.id)
      const refusal = refusalToQualify(lead, staff) ?? (guard ? refusalOfOne(guard, "qualify") : null)
      return { place, ...qualifyVerdict({ ...asked, refusal: refusal?.message ?? null }) }
    })
  },
  async perform(ctx, run, items) {
    const { opportunity } = Input.parse(run.input)
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToQualify(lead, ctx.actor))
    const picks = new Map(fit.map(({ item, row }) => [row.id, Picked.parse(item.choice)]))
    const shared = await sharedOf(ctx.tx, picks)
    const asked = fit.flatMap(({ row }) => {
      const choice = choiceOf(row, picks.get(row.id), shared, opportunity)
      return choice ? [{ leadId: row.id, choice, version: row.version }] : []
    })
    const outcomes = new Map((await qualifyLeads(ctx, asked)).map((outcome) => [outcome.leadId, outcome]))
    const done = fit.map(({ item: { place }, row: { id, ownerId } }): Performed => {
      const outcome = outcomes.get(id)
      if (outcome?.qualified) return { place, result: "done", decisionId: outcome.qualified.decisionId, ownerId: ownerId ?? ctx.actor.id }
      return { place, result: "skipped", why: outcome?.refusal?.message ?? "The lead whose account it was to share is not qualified." }
    })
    return [...unfit, ...done]
  },
  undo: undoDecided,
}

const amongTwins = (items: readonly RunItem[], leads: ReadonlyMap<string, Lead>): AskedTwin[] =>
  items.flatMap(({ place, recordId }) => {
    const lead = leads.get(recordId)
    return lead ? [{ place, email: lead.email, taxId: lead.taxId, nameKey: lead.nameKey }] : []
  })

export const qualifyDeeds = { "leads.qualify": qualify }
