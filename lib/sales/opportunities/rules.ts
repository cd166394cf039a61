import type { Refusal } from "@/lib/platform/errors"
import { isAllowed, type Moves } from "@/lib/platform/moves"
import type { OpportunityState, OpportunityStatusReason, Stage } from "@/prisma/generated/enums"
import { type Owned, refusalByOwner, refusalByRole, type Worker } from "../worker"

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
