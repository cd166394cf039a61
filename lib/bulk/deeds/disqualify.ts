import type { z } from "zod"
import { AppError } from "@/lib/platform/errors"
import { leadStatusReasons, refusalToDisqualify } from "@/lib/sales/leads/rules"
import { guardsOf, refusalOfOne } from "@/lib/sales/policies/second-person"
import { disqualifyLeads } from "@/lib/sync/disqualify-lead"
import { runningMaps } from "@/lib/sync/maps"
import { guardsOfProspects } from "@/lib/sync/prospect-policies/guards"
import { DisqualifyLead } from "@/lib/sync/schema"
import type { Deed, Performed } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads } from "./leads"
import { undoDecided } from "./undo-decided"

const Typed = DisqualifyLead.omit({ leadId: true })

const disqualify: Deed = {
  atOnce: 200,
  async prepare(_, typed) {
    const { data, error } = Typed.safeParse(typed)
    if (!data) throw new AppError("invalid", error?.issues[0]?.message ?? "Choose a status reason.", { fields: fieldsOf(error) })
    return { input: data, title: `Disqualify as ${leadStatusReasons[data.statusReason].word}` }
  },
  async check(tx, staff, run, items) {
    const { statusReason } = Typed.parse(run.input)
    const [found, maps] = [await readLeads(tx, items), await runningMaps(tx)]
    const leads = new Map(found.map((lead) => [lead.id, lead]))
    const now = new Date()
    const guards = await guardsOf(tx, ["disqualify"], [...leads.keys()], now)
    const decided = maps.has("opportunities_prospects") ? found.flatMap(({ prospectId }) => prospectId ?? []) : []
    const theirs = await guardsOfProspects(tx, "reject", decided, now)
    return items.map(({ place, recordId }) => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const guard = guards.get(lead.id) ?? theirs.get(lead.prospectId ?? "")
      const refused = refusalToDisqualify(lead, staff) ?? (guard ? refusalOfOne(guard, "disqualify") : null)
      if (refused) return { place, verdict: "blocked", told: refused.message }
      const rejects = lead.prospectNumber && maps.has("opportunities_prospects")
      const moved = `${leadStatusReasons[lead.statusReason].word} → ${leadStatusReasons[statusReason].word}`
      const then = rejects
        ? `; prospect ${lead.prospectNumber} is rejected, mail to ${lead.email ?? "the applicant"}`
        : "; nobody gets mail"
      return { place, verdict: "ready", told: `${moved}${then}` }
    })
  },
  async perform(ctx, run, items) {
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToDisqualify(lead, ctx.actor))
    const rows = new Map(fit.map(({ item, row }) => [row.id, { item, row }]))
    const outcomes = await disqualifyLeads(
      ctx,
      fit.map(({ row }) => row),
      Typed.parse(run.input),
    )
    const done = outcomes.flatMap(({ leadId, decisionId, refusal }): Performed[] => {
      const { item, row } = rows.get(leadId) ?? {}
      if (!item || !row) return []
      if (decisionId === null) return [{ place: item.place, result: "skipped", why: refusal?.message ?? "Changed meanwhile." }]
      return [{ place: item.place, result: "done", decisionId, ownerId: row.ownerId }]
    })
    return [...unfit, ...done]
  },
  undo: undoDecided,
}

const fieldsOf = (error: z.ZodError | undefined) =>
  Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))

export const disqualifyDeeds = { "leads.disqualify": disqualify }
