import { createAll } from "@/lib/sync/conversion/choice"
import { type Approving, approveProspects, type CompanyChoice } from "@/lib/sync/prospect-decisions/approve-prospects"
import { refusalToDecide, type ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import { ApproveProspect } from "@/lib/sync/schema"
import type { Deed } from "../run-job"
import { lookAtApprovals } from "./approve-look"
import { choiceOf, Picked, sharedOf } from "./picked"
import { checkedWords, performDecisions } from "./prospects"
import { undoDecided } from "./undo-decided"

const Typed = ApproveProspect.omit({ prospectId: true })

const approve: Deed = {
  atOnce: 100,
  looksAtOnce: 50,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Approve" }),
  check: lookAtApprovals,
  perform: (ctx, run, items) =>
    performDecisions(
      ctx,
      items,
      (one) => refusalToDecide("approve", one, ctx.actor.staffRole),
      async (fit) => {
        const picks = new Map(fit.map(({ item, one }) => [one.prospect.id, Picked.parse(item.choice)]))
        const shared = await sharedOf(ctx.tx, picks)
        const asked = fit.map(({ one }): Approving => {
          const picked = picks.get(one.prospect.id)
          const choice = one.lead?.state === "open" ? choiceOf(one.lead, picked, shared, "create") : null
          return { ...one, choice: choice ?? createAll, company: companyOf(one, picked) }
        })
        return approveProspects(ctx, asked, Typed.parse(run.input))
      },
    ),
  undo: undoDecided,
}

/** What was picked for a prospect that has no lead. */
function companyOf({ lead }: ToDecide, picked: Picked | undefined): CompanyChoice {
  const [kind, id] = lead ? [] : (picked?.pick ?? "").split(":")
  if (kind === "customer" && id) return { make: "use", customerId: id }
  return kind === "prospect" && id ? { make: "share", prospectId: id } : { make: "create" }
}

export const approveDeeds = { "prospects.approve": approve }
