import type { Tx } from "@/lib/platform/db"
import { leadStatusReasons, refusalToReactivate } from "@/lib/sales/leads/rules"
import { reactivateLead } from "@/lib/sync/reactivate-lead"
import { ReactivateLead } from "@/lib/sync/schema"
import type { Checked, Deed, RunItem } from "../run-job"
import { sortOut } from "../sort-out"
import { lockLeads, readLeads } from "./leads"
import { keepAll, oneByOne } from "./one-by-one"
import { checkedWords } from "./prospects"

const Typed = ReactivateLead.omit({ leadId: true })

/** The leads of a batch, to be judged, with whether the applicant withdrew. */
async function readClosed(tx: Tx, items: readonly RunItem[]) {
  const leads = await readLeads(tx, items)
  const ids = leads.flatMap(({ prospectId }) => prospectId ?? [])
  const withdrawn = await tx.prospect.findMany({ where: { id: { in: ids }, status: "withdrawn" }, select: { id: true } })
  return leads.map((lead) => ({ ...lead, isWithdrawn: withdrawn.some(({ id }) => id === lead.prospectId) }))
}

const reactivate: Deed = {
  atOnce: 20,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Reactivate" }),
  async check(tx, staff, run, items) {
    const { tellApplicant } = Typed.parse(run.input)
    const found = new Map((await readClosed(tx, items)).map((lead) => [lead.id, lead]))
    return items.map(({ place, recordId }): Checked => {
      const lead = found.get(recordId)
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToReactivate(lead, staff)
      if (refused) return { place, verdict: "blocked", told: refused.message }
      const then = lead.prospectNumber ? `; ${lead.prospectNumber} Pending again${tellApplicant ? `, mail to ${lead.email}` : ""}` : ""
      return { place, verdict: "ready", told: `${leadStatusReasons[lead.statusReason].word} → New${then}` }
    })
  },
  async perform(ctx, run, items) {
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readClosed(ctx.tx, items), (lead) => refusalToReactivate(lead, ctx.actor))
    const words = Typed.parse(run.input)
    return [...unfit, ...(await oneByOne(ctx, fit, (own, { id }) => reactivateLead(own, { leadId: id, ...words })))]
  },
  undo: async (_ctx, _run, items) => keepAll(items),
}

export const reactivateDeeds = { "leads.reactivate": reactivate }
