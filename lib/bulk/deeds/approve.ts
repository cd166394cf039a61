import { type ApproveChoice, type Approving, approveProspects, type CompanyChoice } from "@/lib/sync/prospect-decisions/approve-prospects"
import { ApproveProspect } from "@/lib/sync/schema"
import type { Deed } from "../run-job"
import { lookAtApprovals } from "./approve-look"
import { accountPicked, choiceOf, Picked, type Shared, sharedOf } from "./picked"
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
      decide: async (fit) => {
        const shared = await sharedOf(ctx.tx, fit.map(pickedFor))
        const approving = fit.map((one): Approving => ({ ...one.one, ...chosenOf(one, shared) }))
        return approveProspects(ctx, approving, words)
      },
      // What a second person is asked for shares the company of no other: that is asked for by itself.
      ask: async (fit) => ({ move: "approve", input: { prospectId: fit.one.prospect.id, ...words, chosen: chosenOf(fit) } }),
    })
  },
  undo: undoDecidedOrAsked,
}

const pickedFor = ({ item }: FitProspect): Picked => Picked.parse(item.choice)

/** What its lead becomes while that is open; without one, its company where it has none yet. */
function chosenOf(fit: FitProspect, shared: Shared = new Map()): ApproveChoice {
  const { lead, prospect } = fit.one
  const picked = pickedFor(fit)
  return {
    choice: lead?.state === "open" ? choiceOf(lead, picked, shared, "create") : null,
    company: lead || prospect.organizationId ? null : companyOf(picked),
  }
}

function companyOf(picked: Picked): CompanyChoice {
  const [kind, id] = accountPicked(picked).split(":")
  if (kind === "customer" && id) return { make: "use", customerId: id }
  return kind === "prospect" && id ? { make: "share", prospectId: id } : { make: "create" }
}

export const approveDeeds = { "prospects.approve": approve }
