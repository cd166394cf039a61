import type { Staff } from "@/lib/identity/actor"
import { getStandingDecision } from "../decisions"
import { foreseeClose } from "./foresee-close"
import type { OpportunityDetail } from "./queries"
import { refusalToClose, refusalToReopen } from "./rules"

/** What a person needs to work an opportunity: what closing it will do or has done, and why a command is not open to them. */
export async function getOpportunityWork(staff: Staff, opportunity: OpportunityDetail) {
  const isOpen = opportunity.state === "open"
  const [foresight, decision] = await Promise.all([
    isOpen ? foreseeClose(opportunity) : null,
    isOpen ? null : getStandingDecision({ opportunityId: opportunity.id }, [...decidingKinds[opportunity.state]]),
  ])
  return {
    opportunity,
    foresight,
    decision,
    refusals: {
      close: refusalToClose(opportunity, staff)?.message ?? null,
      reopen: refusalToReopen({ ...opportunity, isWithdrawn: decision?.kind === "withdraw" }, staff)?.message ?? null,
    },
  }
}

export type OpportunityWork = Awaited<ReturnType<typeof getOpportunityWork>>

/** Which decisions bring an opportunity into its state. */
const decidingKinds = { open: [], won: ["win", "approve"], lost: ["lose", "reject", "withdraw"] } as const
