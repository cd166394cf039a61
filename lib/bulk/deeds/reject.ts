import { rejectProspects } from "@/lib/sync/prospect-decisions/reject-prospects"
import { readToDecide, refusalsOfOne, refusalToDecide, type ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import { RejectProspect } from "@/lib/sync/schema"
import type { Checked, Deed } from "../run-job"
import { checkedWords, performDecisions } from "./prospects"
import { undoDecided } from "./undo-decided"

const Typed = RejectProspect.omit({ prospectId: true })

const reject: Deed = {
  atOnce: 200,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Reject" }),
  async check(tx, staff, _, items) {
    const found = await readToDecide(
      tx,
      items.map(({ recordId }) => recordId),
    )
    const byId = new Map(found.map((one) => [one.prospect.id, one]))
    const guards = await refusalsOfOne(tx, "reject", found, new Date())
    return items.map(({ place, recordId }): Checked => {
      const one = byId.get(recordId)
      if (!one) return { place, verdict: "blocked", told: "It is not there any more." }
      const refusal = refusalToDecide("reject", one, staff.staffRole) ?? guards.get(recordId)
      if (refusal) return { place, verdict: "blocked", told: refusal.message }
      return { place, verdict: "ready", told: `${whatEnds(one)}; mail to ${one.prospect.email}` }
    })
  },
  perform: (ctx, run, items) =>
    performDecisions(
      ctx,
      items,
      (one) => refusalToDecide("reject", one, ctx.actor.staffRole),
      (fit) =>
        rejectProspects(
          ctx,
          fit.map(({ one }) => one),
          Typed.parse(run.input),
        ),
    ),
  undo: undoDecided,
}

/** What becomes of its part in Sales. */
function whatEnds({ prospect: { number }, lead, deal }: ToDecide): string {
  if (lead?.state === "open") return `${number} is rejected, its lead disqualified`
  return deal?.state === "open" ? `${number} is rejected, its opportunity lost or left` : `${number} is rejected`
}

export const rejectDeeds = { "prospects.reject": reject }
