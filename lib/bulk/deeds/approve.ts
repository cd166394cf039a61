import type { Tx } from "@/lib/platform/db"
import { createAll } from "@/lib/sync/conversion/choice"
import { type Approving, approveProspects, type CompanyChoice } from "@/lib/sync/prospect-decisions/approve-prospects"
import type { ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import { ApproveProspect } from "@/lib/sync/schema"
import type { Deed } from "../run-job"
import { lookAtApprovals } from "./approve-look"
import { accountPicked, choiceOf, Picked, sharedOf } from "./picked"
import { checkedWords, type FitProspect, performDecisions } from "./prospects"
import { undoDecidedOrAsked } from "./second-person"

const Typed = ApproveProspect.omit({ prospectId: true })

const approve: Deed = {
  atOnce: 100,
  looksAtOnce: 50,
  prepare: async (_, typed) => ({ input: checkedWords(Typed, typed), title: "Approve" }),
  check: lookAtApprovals,
  perform(ctx, run, items) {
    const words = Typed.parse(run.input)
    return performDecisions(ctx, run, items, {
      verdict: "approve",
      decide: async (fit) => approveProspects(ctx, await chosenFor(ctx.tx, fit), words),
      async ask(fit) {
        const [chosen] = await chosenFor(ctx.tx, [fit])
        const { choice = createAll, company = { make: "create" as const } } = chosen ?? {}
        return { move: "approve", input: { prospectId: fit.one.prospect.id, ...words, chosen: { choice, company } } }
      },
    })
  },
  undo: undoDecidedOrAsked,
}

/** What their leads and companies become, as it was picked for each. */
async function chosenFor(tx: Tx, fit: readonly FitProspect[]): Promise<Approving[]> {
  const picks = new Map(fit.map(({ item, one }) => [one.prospect.id, Picked.parse(item.choice)]))
  const shared = await sharedOf(tx, picks)
  return fit.map(({ one }): Approving => {
    const picked = picks.get(one.prospect.id)
    const choice = one.lead?.state === "open" ? choiceOf(one.lead, picked, shared, "create") : null
    return { ...one, choice: choice ?? createAll, company: companyOf(one, picked) }
  })
}

/** What was picked for a prospect that has no lead. */
function companyOf({ lead }: ToDecide, picked: Picked | undefined): CompanyChoice {
  const [kind, id] = lead || !picked ? [] : accountPicked(picked).split(":")
  if (kind === "customer" && id) return { make: "use", customerId: id }
  return kind === "prospect" && id ? { make: "share", prospectId: id } : { make: "create" }
}

export const approveDeeds = { "prospects.approve": approve }
