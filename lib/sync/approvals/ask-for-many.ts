import type { Refusal } from "@/lib/platform/errors"
import { attempt } from "@/lib/platform/savepoint"
import type { Guard } from "@/lib/sales/policies/second-person"
import type { DeciderCtx } from "../decider"
import { disqualifyLead } from "../disqualify-lead"
import { qualifyLead } from "../qualify-lead"
import type { DisqualifyLead, QualifyLead } from "../schema"
import { askApproval } from "./ask-approval"

type Lead = { id: string; companyName: string; prospectId: string | null }

/** A lead that a policy wants two people for, and the decision that is asked for, as its door takes it. */
export type LeadToAsk = { lead: Lead; guard: Guard } & (
  | { move: "qualify"; input: QualifyLead }
  | { move: "disqualify"; input: DisqualifyLead }
)

export type AskOutcome = { approvalId: string; refusal: null } | { approvalId: null; refusal: Refusal }

/**
 * Asks for a second person for many leads in one transaction, by the lead's id. Each is tried first as a single one is; what would be refused is told with its
 * reason, and does not stand in the way of the others. Nobody's bell rings: the caller tells of all at once.
 */
export async function askForMany(ctx: DeciderCtx, asked: readonly LeadToAsk[]): Promise<Map<string, AskOutcome>> {
  const outcomes = new Map<string, AskOutcome>()
  for (const one of asked) {
    const { lead, guard, move, input } = one
    const record = { kind: "lead" as const, id: lead.id, label: lead.companyName }
    const about = { leadId: lead.id, opportunityId: null, prospectId: lead.prospectId }
    const decide = (inner: DeciderCtx) => (one.move === "qualify" ? qualifyLead(inner, one.input) : disqualifyLead(inner, one.input))
    const { result, refused } = await attempt(ctx, (inner) =>
      askApproval(inner, { move, guard, record, ...about, input, isQuiet: true }, decide),
    )
    outcomes.set(lead.id, result ? { approvalId: result, refusal: null } : { approvalId: null, refusal: refusalIn(refused) })
  }
  return outcomes
}

const refusalIn = (error: Refusal | null): Refusal => ({
  code: error?.code ?? "conflict",
  message: error?.message ?? "It could not be asked for.",
})
