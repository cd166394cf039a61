import type { RecordRef } from "@/lib/platform/audit"
import type { Refusal } from "@/lib/platform/errors"
import { attempt } from "@/lib/platform/savepoint"
import type { Guard } from "@/lib/sales/policies/second-person"
import type { DeciderCtx } from "../decider"
import type { DisqualifyLead, QualifyLead, RejectProspect } from "../schema"
import { type Asking, askApproval } from "./ask-approval"
import { type ApproveAsked, askedMoves } from "./decide-asked"

/** A record that a policy wants two people for, and the decision that is asked for, as its door takes it. */
export type ToAsk = { record: RecordRef; guard: Guard } & Pick<Asking, "leadId" | "opportunityId" | "prospectId"> &
  (
    | { move: "qualify"; input: QualifyLead }
    | { move: "disqualify"; input: DisqualifyLead }
    | { move: "approve"; input: ApproveAsked }
    | { move: "reject"; input: RejectProspect }
  )

export type AskOutcome = { approvalId: string; refusal: null } | { approvalId: null; refusal: Refusal }

/**
 * Asks for a second person for many records in one transaction, by the record's id. Each is tried first as a single one is; what would be refused is told with its
 * reason, and does not stand in the way of the others. Nobody's bell rings: the caller tells of all at once.
 */
export async function askForMany(ctx: DeciderCtx, asked: readonly ToAsk[]): Promise<Map<string, AskOutcome>> {
  const outcomes = new Map<string, AskOutcome>()
  for (const one of asked) {
    const { result, refused } = await attempt(ctx, (inner) =>
      askApproval(inner, { ...one, isQuiet: true }, (trial) => askedMoves[one.move](trial, one.input)),
    )
    outcomes.set(one.record.id, result ? { approvalId: result, refusal: null } : { approvalId: null, refusal: refusalIn(refused) })
  }
  return outcomes
}

const refusalIn = (error: Refusal | null): Refusal => ({
  code: error?.code ?? "conflict",
  message: error?.message ?? "It could not be asked for.",
})
