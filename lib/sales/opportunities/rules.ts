import type { Refusal } from "@/lib/platform/errors"
import { isAllowed, type Moves } from "@/lib/platform/moves"
import type { OpportunityState, OpportunityStatusReason, Stage } from "@/prisma/generated/enums"
import { type Owned, refusalByOwner, refusalByRole, refusalToGive, type Worker } from "../worker"

export type { OpportunityState, OpportunityStatusReason, Stage }

export const opportunityMoves: Moves<OpportunityState> = { open: ["won", "lost"], won: ["open"], lost: ["open"] }

export const opportunityStates = {
  open: { code: 0, word: "Open" },
  won: { code: 1, word: "Won" },
  lost: { code: 2, word: "Lost" },
} as const satisfies Record<OpportunityState, { code: number; word: string }>

export const opportunityStatusReasons = {
  in_progress: { code: 1, word: "In Progress", state: "open" },
  on_hold: { code: 2, word: "On Hold", state: "open" },
  won: { code: 3, word: "Won", state: "won" },
  canceled: { code: 4, word: "Canceled", state: "lost" },
  out_sold: { code: 5, word: "Out-Sold", state: "lost" },
} as const satisfies Record<OpportunityStatusReason, { code: number; word: string; state: OpportunityState }>

export const lossReasons = ["canceled", "out_sold"] as const

export const stages = {
  qualify: { code: 0, word: "Qualify" },
  develop: { code: 1, word: "Develop" },
  propose: { code: 2, word: "Propose" },
  close: { code: 3, word: "Close" },
} as const satisfies Record<Stage, { code: number; word: string }>

/** The stages in their order. */
export const opportunityStages: readonly Stage[] = ["qualify", "develop", "propose", "close"]

export type JudgedOpportunity = Owned & { state: OpportunityState }

export function refusalToClose(opportunity: JudgedOpportunity, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "opportunity:close", "close opportunities")
  if (refused) return refused
  if (opportunity.state !== "open") {
    return {
      code: "conflict",
      message: `This opportunity is ${opportunityStates[opportunity.state].word}. Reopen it before it can be closed again.`,
    }
  }
  return refusalByOwner(worker, opportunity, "close it")
}

export function refusalToReopen(opportunity: JudgedOpportunity & { isWithdrawn?: boolean }, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "opportunity:reopen", "reopen opportunities")
  if (refused) return refused
  if (!isAllowed(opportunityMoves, opportunity.state, "open")) {
    return { code: "conflict", message: "This opportunity is open already." }
  }
  if (opportunity.isWithdrawn)
    return { code: "conflict", message: "The applicant withdrew this request. Only a new request can bring it back." }
  return refusalByOwner(worker, opportunity, "reopen it")
}

export function refusalToEdit(opportunity: JudgedOpportunity, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "opportunity:edit", "edit opportunities")
  if (refused) return refused
  if (opportunity.state !== "open") {
    const { word } = opportunityStates[opportunity.state]
    return { code: "conflict", message: `This opportunity is ${word} and read-only. Reopen it to edit it.` }
  }
  return refusalByOwner(worker, opportunity, "edit it")
}

/** Whether another lead may join this opportunity, which decides it from then on. */
export function refusalToAttach(opportunity: JudgedOpportunity, worker: Worker): Refusal | null {
  return refusalToWork(opportunity, worker, "joined by a lead") ?? refusalByOwner(worker, opportunity, "attach a lead to it")
}

const refusalToWork = (opportunity: JudgedOpportunity, worker: Worker, deed: string): Refusal | null => {
  const refused = refusalByRole(worker, "opportunity:edit", "work opportunities")
  if (refused) return refused
  if (opportunity.state === "open") return null
  return {
    code: "conflict",
    message: `This opportunity is ${opportunityStates[opportunity.state].word}. Reopen it before it can be ${deed}.`,
  }
}

export type StagedOpportunity = JudgedOpportunity & { stage: Stage; originatingLeadId: string | null }

/** Every stage is one move away, forward and back; Qualify of an opportunity that came from a lead was that lead's. */
export function refusalToMoveStage(opportunity: StagedOpportunity, worker: Worker, to: Stage): Refusal | null {
  const refused = refusalToWork(opportunity, worker, "moved")
  if (refused) return refused
  if (opportunity.stage === to) return { code: "conflict", message: `This opportunity is at ${stages[to].word} already.` }
  if (to === "qualify" && opportunity.originatingLeadId)
    return { code: "conflict", message: "Its lead was qualified, so this opportunity begins at Develop." }
  return refusalByOwner(worker, opportunity, "move it")
}

/** `to` is On Hold, or In Progress to go on. */
export function refusalToHold(
  opportunity: JudgedOpportunity & { statusReason: OpportunityStatusReason },
  worker: Worker,
  to: "on_hold" | "in_progress",
): Refusal | null {
  const refused = refusalToWork(opportunity, worker, to === "on_hold" ? "put on hold" : "resumed")
  if (refused) return refused
  if (opportunity.statusReason === to) {
    return { code: "conflict", message: `This opportunity is ${opportunityStatusReasons[to].word} already.` }
  }
  return refusalByOwner(worker, opportunity, to === "on_hold" ? "put it on hold" : "resume it")
}

/** `to` is the new owner; null asks whether the worker may assign at all. */
export function refusalToAssign(opportunity: JudgedOpportunity, worker: Worker, to: string | null): Refusal | null {
  return refusalToWork(opportunity, worker, "assigned") ?? refusalToGive(worker, opportunity, to, "an opportunity")
}
