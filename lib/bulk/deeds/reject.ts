import { rejectProspects } from "@/lib/sync/prospect-decisions/reject-prospects"
import { guardsToDecide, readToDecide, refusalToDecide, type ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import { RejectProspect } from "@/lib/sync/schema"
import type { Checked, Deed } from "../run-job"
import { idsOf } from "../sort-out"
import { aboutOf, checkedWords, performDecisions } from "./prospects"
import { askInstead, undoDecidedOrAsked, waitingOf } from "./second-person"

const Typed = RejectProspect.omit({ prospectId: true })

const reject: Deed = {
  atOnce: 200,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Reject" }),
  async check(tx, staff, _, items) {
    const found = await readToDecide(tx, idsOf(items))
    const byId = new Map(found.map((one) => [one.prospect.id, one]))
    const guards = await guardsToDecide(tx, "reject", found, new Date())
    const waiting = await waitingOf(tx, aboutOf(found))
    return items.map(({ place, recordId }): Checked => {
      const one = byId.get(recordId)
      if (!one) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToDecide("reject", one, staff.staffRole)?.message ?? waiting.get(recordId) ?? waiting.get(one.lead?.id ?? "")
      if (refused) return { place, verdict: "blocked", told: refused }
      const told = `${whatEnds(one)}; mail to ${one.prospect.email}`
      const guard = guards.get(recordId)?.guard
      return guard ? askInstead(place, guard, told) : { place, verdict: "ready", told }
    })
  },
  perform(ctx, run, items) {
    const words = Typed.parse(run.input)
    return performDecisions(ctx, run, items, {
      verdict: "reject",
      decide: (fit) =>
        rejectProspects(
          ctx,
          fit.map(({ one }) => one),
          words,
        ),
      ask: async ({ one }) => ({ move: "reject", input: { prospectId: one.prospect.id, ...words } }),
    })
  },
  undo: undoDecidedOrAsked,
}

/** What becomes of its part in Sales. */
function whatEnds({ prospect: { number }, lead, deal }: ToDecide): string {
  if (lead?.state === "open") return `${number} is rejected, its lead disqualified`
  return deal?.state === "open" ? `${number} is rejected, its opportunity lost or left` : `${number} is rejected`
}

export const rejectDeeds = { "prospects.reject": reject }
