import { may } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { isAllowed, type Moves } from "@/lib/platform/moves"
import type { LeadState, LeadStatusReason } from "@/prisma/generated/enums"
import { type Owned, refusalByOwner, refusalByRole, type Worker } from "../worker"

export type { LeadState, LeadStatusReason }

/** Qualified goes back to Open only by Undo, which restores what stood before. */
export const leadMoves: Moves<LeadState> = { open: ["qualified", "disqualified"], qualified: [], disqualified: ["open"] }

/** Dynamics' own numbers and words, which exports and the API carry. */
export const leadStates = {
  open: { code: 0, word: "Open" },
  qualified: { code: 1, word: "Qualified" },
  disqualified: { code: 2, word: "Disqualified" },
} as const satisfies Record<LeadState, { code: number; word: string }>

export const leadStatusReasons = {
  new: { code: 1, word: "New", state: "open" },
  contacted: { code: 2, word: "Contacted", state: "open" },
  qualified: { code: 3, word: "Qualified", state: "qualified" },
  lost: { code: 4, word: "Lost", state: "disqualified" },
  cannot_contact: { code: 5, word: "Cannot Contact", state: "disqualified" },
  no_longer_interested: { code: 6, word: "No Longer Interested", state: "disqualified" },
  canceled: { code: 7, word: "Canceled", state: "disqualified" },
} as const satisfies Record<LeadStatusReason, { code: number; word: string; state: LeadState }>

export const disqualificationReasons = ["lost", "cannot_contact", "no_longer_interested", "canceled"] as const

export type JudgedLead = Owned & { state: LeadState; statusReason: LeadStatusReason }

function refusalToMove(lead: JudgedLead, to: LeadState, deed: string): Refusal | null {
  if (isAllowed(leadMoves, lead.state, to)) return null
  return { code: "conflict", message: `This lead is ${leadStates[lead.state].word}. ${remedy[lead.state](deed)}` }
}

const remedy: Record<LeadState, (deed: string) => string> = {
  open: () => "Only a Disqualified lead can be reactivated.",
  qualified: (deed) => `A Qualified lead cannot be ${deed} any more; its opportunity decides.`,
  disqualified: (deed) => `Reactivate it before it can be ${deed}.`,
}

export function refusalToQualify(lead: JudgedLead, worker: Worker): Refusal | null {
  return (
    refusalByRole(worker, "lead:qualify", "qualify leads") ??
    refusalToMove(lead, "qualified", "qualified") ??
    refusalByOwner(worker, lead, "qualify it")
  )
}

export function refusalToDisqualify(lead: JudgedLead, worker: Worker): Refusal | null {
  if (lead.state === "qualified") {
    return (
      refusalByRole(worker, "lead:disqualify", "disqualify leads") ?? {
        code: "conflict",
        message: "This lead is Qualified and has an opportunity. Close the opportunity as lost instead.",
      }
    )
  }
  return (
    refusalByRole(worker, "lead:disqualify", "disqualify leads") ??
    refusalToMove(lead, "disqualified", "disqualified") ??
    refusalByOwner(worker, lead, "disqualify it")
  )
}

export function refusalToReactivate(lead: JudgedLead & { isWithdrawn?: boolean }, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "lead:reactivate", "reactivate leads") ?? refusalToMove(lead, "open", "reactivated")
  if (refused) return refused
  if (lead.isWithdrawn) return { code: "conflict", message: "The applicant withdrew this request. Only a new request can bring it back." }
  return refusalByOwner(worker, lead, "reactivate it")
}

/** `to` is the new owner; null asks whether the worker may assign at all. */
export function refusalToAssign(lead: JudgedLead, worker: Worker, to: string | null): Refusal | null {
  const refused = refusalByRole(worker, "lead:take", "assign leads")
  if (refused) return refused
  if (lead.state !== "open") {
    return { code: "conflict", message: `This lead is ${leadStates[lead.state].word}. Only open leads are assigned.` }
  }
  if (may(worker.staffRole, "lead:assign")) return null
  if (to !== null && to !== worker.id) {
    return {
      code: "forbidden",
      message: `You can take a lead yourself. ${whoCan("lead:assign").replace(" can.", " can assign it to others.")}`,
    }
  }
  return refusalByOwner(worker, lead, "assign it")
}

/** **Route by rules** may give a lead to anybody, and so asks for the leave to assign anybody's. */
export function refusalToAssignByRules(lead: JudgedLead, worker: Worker): Refusal | null {
  return refusalByRole(worker, "lead:assign", "route leads by rules") ?? refusalToAssign(lead, worker, null)
}

export function refusalToEdit(lead: JudgedLead, worker: Worker): Refusal | null {
  const refused = refusalByRole(worker, "lead:edit", "edit leads")
  if (refused) return refused
  if (lead.state !== "open") {
    const remedy = lead.state === "disqualified" ? "Reactivate it to edit it." : "Its opportunity, account and contact are edited instead."
    return { code: "conflict", message: `This lead is ${leadStates[lead.state].word} and read-only. ${remedy}` }
  }
  return refusalByOwner(worker, lead, "edit it")
}

/** The two reasons of an open lead, which people set by hand as they get in touch. */
export const openReasons = ["new", "contacted"] as const
export type OpenReason = (typeof openReasons)[number]

export function refusalToMark(lead: JudgedLead, worker: Worker, as: OpenReason): Refusal | null {
  const refused = refusalByRole(worker, "lead:edit", "work leads")
  if (refused) return refused
  if (lead.state !== "open") {
    return { code: "conflict", message: `This lead is ${leadStates[lead.state].word}. Only an open lead is New or Contacted.` }
  }
  if (lead.statusReason === as) return { code: "conflict", message: `This lead is ${leadStatusReasons[as].word} already.` }
  return refusalByOwner(worker, lead, "mark it")
}
