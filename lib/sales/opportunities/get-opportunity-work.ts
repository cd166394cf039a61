import type { Staff } from "@/lib/identity/actor"
import { whyWaiting } from "../approvals/get-waiting"
import { getChecklist } from "../checklist/queries"
import { getCompetitors } from "../competitors/queries"
import { getStandingDecision } from "../decisions"
import { ownersFor } from "../owners"
import { foreseeClose } from "./foresee-close"
import type { OpportunityDetail } from "./queries"
import {
  opportunityStages,
  refusalToAssign,
  refusalToClose,
  refusalToEdit,
  refusalToHold,
  refusalToMoveStage,
  refusalToReopen,
} from "./rules"

/** What a person needs to work an opportunity: what closing it will do or has done, and why a command is not open to them. */
export async function getOpportunityWork(staff: Staff, opportunity: OpportunityDetail) {
  const isOpen = opportunity.state === "open"
  const reasonOf = (refusal: { message: string } | null) => refusal?.message ?? null
  const [foresight, decision, owners, checklist, competitors, waits] = await Promise.all([
    isOpen ? foreseeClose(opportunity) : null,
    isOpen ? null : getStandingDecision({ opportunityId: opportunity.id }, [...decidingKinds[opportunity.state]]),
    isOpen ? ownersFor(staff) : [],
    getChecklist(opportunity.id),
    getCompetitors(opportunity.id),
    isOpen ? whyWaiting({ opportunityId: opportunity.id }) : null,
  ])
  return {
    opportunity,
    foresight,
    decision,
    owners,
    checklist,
    competitors,
    /** Why it cannot be moved to each stage. */
    stageRefusals: opportunityStages.map((stage) => reasonOf(refusalToMoveStage(opportunity, staff, stage))),
    refusals: {
      edit: reasonOf(refusalToEdit(opportunity, staff)),
      assign: reasonOf(refusalToAssign(opportunity, staff, null)),
      hold: reasonOf(refusalToHold(opportunity, staff, opportunity.statusReason === "on_hold" ? "in_progress" : "on_hold")),
      close: refusalToClose(opportunity, staff)?.message ?? waits,
      reopen: refusalToReopen({ ...opportunity, isWithdrawn: decision?.kind === "withdraw" }, staff)?.message ?? null,
    },
  }
}

export type OpportunityWork = Awaited<ReturnType<typeof getOpportunityWork>>

/** Which decisions bring an opportunity into its state. */
const decidingKinds = { open: [], won: ["win", "approve"], lost: ["lose", "reject", "withdraw"] } as const
