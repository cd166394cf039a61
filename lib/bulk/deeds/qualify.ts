import { z } from "zod"
import { Prisma } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { matchLeads } from "@/lib/sales/accounts/match-leads"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import { guardsOf } from "@/lib/sales/policies/second-person"
import { qualifyLeads } from "@/lib/sync/qualify-lead"
import { QualifyLead } from "@/lib/sync/schema"
import { qualifyVerdict } from "../qualify-verdict"
import type { Checked, Deed, Performed, RunItem } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads, subjectOf } from "./leads"
import { accountPicked, choiceOf, Picked, sharedOf } from "./picked"
import { askForJudged, isToAsk, performAsks, undoDecidedOrAsked, waitingOf } from "./second-person"
import { type AskedTwin, findTwins } from "./twins"

type Lead = Awaited<ReturnType<typeof readLeads>>[number]

const Input = z.object({ opportunity: z.enum(["create", "skip"]).default("create") })

const qualify: Deed = {
  atOnce: 200,
  looksAtOnce: 100,
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
    const waiting = await waitingOf(tx, { leadIds: [...leads.keys()] })
    return items.map(({ place, recordId }): Checked => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const { accounts = [], contacts = [] } = matches.get(lead.id) ?? {}
      const { email, companyName } = lead
      const asked = { email, companyName, personName: fullName(lead), accounts, contacts, twin: twins.get(place) ?? null }
      const refusal = refusalToQualify(lead, staff)?.message ?? waiting.get(lead.id) ?? null
      const judged = qualifyVerdict({ ...asked, refusal })
      const guard = guards.get(lead.id)
      return guard && judged.verdict !== "blocked" ? askForJudged(place, guard, judged) : { place, ...judged }
    })
  },
  async perform(ctx, run, items) {
    const { opportunity } = Input.parse(run.input)
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToQualify(lead, ctx.actor))
    const picks = new Map(fit.map(({ item, row }) => [row.id, Picked.parse(item.choice)]))
    const toAsk = fit.filter(({ item }) => isToAsk(item.choice))
    const guards = await guardsOf(
      ctx.tx,
      ["qualify"],
      toAsk.map(({ row }) => row.id),
      ctx.now,
    )
    // Where no policy wants a second person any more, it is qualified.
    const alone = fit.filter(({ row }) => !guards.has(row.id))
    const shared = await sharedOf(ctx.tx, [...picks.values()])
    const asked = alone.flatMap(({ row }) => {
      const choice = choiceOf(row, picks.get(row.id), shared, opportunity)
      return choice ? [{ leadId: row.id, choice, version: row.version }] : []
    })
    const outcomes = new Map((await qualifyLeads(ctx, asked)).map((outcome) => [outcome.leadId, outcome]))
    const done = alone.map(({ item: { place }, row: { id, ownerId } }): Performed => {
      const outcome = outcomes.get(id)
      if (outcome?.qualified) return { place, result: "done", decisionId: outcome.qualified.decisionId, ownerId: ownerId ?? ctx.actor.id }
      return { place, result: "skipped", why: outcome?.refusal?.message ?? "The lead whose account it was to share is not qualified." }
    })
    const toConfirm = toAsk.flatMap(({ item, row }) => {
      const guard = guards.get(row.id)
      const picked = picks.get(row.id)
      return guard && picked
        ? [{ item, ...subjectOf(row), guard, move: "qualify" as const, input: inputOf(row.id, picked, opportunity) }]
        : []
    })
    return [...unfit, ...done, ...(await performAsks(ctx, run, toConfirm))]
  },
  undo: undoDecidedOrAsked,
}

/** What is asked for, as the desk would. */
function inputOf(leadId: string, picked: Picked, opportunity: "create" | "skip"): QualifyLead {
  const account = accountPicked(picked)
  return QualifyLead.parse({ leadId, accountId: account === "new" ? null : account, contactId: picked.contactId, opportunity })
}

const amongTwins = (items: readonly RunItem[], leads: ReadonlyMap<string, Lead>): AskedTwin[] =>
  items.flatMap(({ place, recordId }) => {
    const lead = leads.get(recordId)
    return lead ? [{ place, email: lead.email, taxId: lead.taxId, nameKey: lead.nameKey }] : []
  })

export const qualifyDeeds = { "leads.qualify": qualify }
