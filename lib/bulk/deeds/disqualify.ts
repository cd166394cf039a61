import type { z } from "zod"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { leadStatusReasons, refusalToDisqualify } from "@/lib/sales/leads/rules"
import { type Guard, guardsOf } from "@/lib/sales/policies/second-person"
import { disqualifyLeads } from "@/lib/sync/disqualify-lead"
import { type MapKey, runningMaps } from "@/lib/sync/maps"
import { guardsOfProspects } from "@/lib/sync/prospect-policies/guards"
import { DisqualifyLead } from "@/lib/sync/schema"
import type { Checked, Deed, Performed } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads, subjectOf } from "./leads"
import { askInstead, isToAsk, performAsks, undoDecidedOrAsked, waitingOf } from "./second-person"

const Typed = DisqualifyLead.omit({ leadId: true })

type Lead = { id: string; prospectId: string | null }

/** By the lead's id, the policy that wants a second person: one for leads, or where their prospects are rejected with them, one for prospects. */
async function guardsOfMove(tx: Tx, leads: readonly Lead[], maps: ReadonlySet<MapKey>, now: Date): Promise<Map<string, Guard>> {
  const ids = leads.map(({ id }) => id)
  const own = await guardsOf(tx, ["disqualify"], ids, now)
  const decided = maps.has("opportunities_prospects") ? leads.flatMap(({ prospectId }) => prospectId ?? []) : []
  const theirs = await guardsOfProspects(tx, "reject", decided, now)
  return new Map(
    leads.flatMap(({ id, prospectId }) => {
      const guard = own.get(id) ?? theirs.get(prospectId ?? "")
      return guard ? [[id, guard] as const] : []
    }),
  )
}

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
    const guards = await guardsOfMove(tx, found, maps, new Date())
    const waiting = await waitingOf(tx, { leadIds: [...leads.keys()] })
    return items.map(({ place, recordId }): Checked => {
      const lead = leads.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const guard = guards.get(lead.id)
      const refused = refusalToDisqualify(lead, staff)?.message ?? waiting.get(lead.id)
      if (refused) return { place, verdict: "blocked", told: refused }
      const rejects = lead.prospectNumber && maps.has("opportunities_prospects")
      const moved = `${leadStatusReasons[lead.statusReason].word} → ${leadStatusReasons[statusReason].word}`
      const then = rejects
        ? `; prospect ${lead.prospectNumber} is rejected, mail to ${lead.email ?? "the applicant"}`
        : "; nobody gets mail"
      return guard ? askInstead(place, guard, `${moved}${then}`) : { place, verdict: "ready", told: `${moved}${then}` }
    })
  },
  async perform(ctx, run, items) {
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readLeads(ctx.tx, items), (lead) => refusalToDisqualify(lead, ctx.actor))
    const words = Typed.parse(run.input)
    const toAsk = fit.filter(({ item }) => isToAsk(item.choice))
    const guards = await guardsOfMove(
      ctx.tx,
      toAsk.map(({ row }) => row),
      await runningMaps(ctx.tx),
      ctx.now,
    )
    // Where no policy wants a second person any more, it is decided.
    const alone = fit.filter(({ row }) => !guards.has(row.id))
    const rows = new Map(alone.map(({ item, row }) => [row.id, { item, row }]))
    const outcomes = await disqualifyLeads(
      ctx,
      alone.map(({ row }) => row),
      words,
    )
    const done = outcomes.flatMap(({ leadId, decisionId, refusal }): Performed[] => {
      const { item, row } = rows.get(leadId) ?? {}
      if (!item || !row) return []
      if (decisionId === null) return [{ place: item.place, result: "skipped", why: refusal?.message ?? "Changed meanwhile." }]
      return [{ place: item.place, result: "done", decisionId, ownerId: row.ownerId }]
    })
    const asked = toAsk.flatMap(({ item, row }) => {
      const guard = guards.get(row.id)
      return guard ? [{ item, ...subjectOf(row), guard, move: "disqualify" as const, input: { leadId: row.id, ...words } }] : []
    })
    return [...unfit, ...done, ...(await performAsks(ctx, run, asked))]
  },
  undo: undoDecidedOrAsked,
}

const fieldsOf = (error: z.ZodError | undefined) =>
  Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))

export const disqualifyDeeds = { "leads.disqualify": disqualify }
