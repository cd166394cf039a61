import { type ActingRole, may, type Permission, roleName } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { isAllowed, type Moves } from "@/lib/platform/moves"
import type { DecisionTimer, ProspectStatus } from "@/prisma/generated/enums"

export type { ProspectStatus }

export const prospectMoves: Moves<ProspectStatus> = {
  pending: ["approved", "rejected", "withdrawn", "merged"],
  approved: ["pending"],
  rejected: ["pending"],
  withdrawn: [],
  /** Only taking the merge of its lead apart brings it back. */
  merged: ["pending"],
}

export const prospectStatuses = {
  pending: "Pending",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  merged: "Merged",
} as const satisfies Record<ProspectStatus, string>

/** How a decision stands against its target, in the words that a lead's timer has. */
export const decisionTimerStates = {
  on_time: "On time",
  warning: "Warning",
  breached: "Breached",
  paused: "Paused",
  met: "Met",
  missed: "Met late",
} as const satisfies Record<DecisionTimer, string>

export const prospectTypes = { b2b_prospect: "B2B prospect" } as const

export type JudgedProspect = { status: ProspectStatus }

function refusalToDecide(
  prospect: JudgedProspect,
  role: ActingRole,
  to: "approved" | "rejected",
  permission: Permission,
  deed: string,
): Refusal | null {
  if (!may(role, permission)) {
    return {
      code: "forbidden",
      message: `${roleName(role)} cannot ${deed} prospects in Commerce. ${whoCan(permission)}`,
    }
  }
  if (isAllowed(prospectMoves, prospect.status, to)) return null
  if (prospect.status === "merged")
    return { code: "conflict", message: "This prospect is Merged: it is decided with the one that it is part of. Decide that one." }
  return { code: "conflict", message: `This prospect is ${prospectStatuses[prospect.status]}. Only a Pending prospect is decided.` }
}

export const refusalToApprove = (prospect: JudgedProspect, role: ActingRole): Refusal | null =>
  refusalToDecide(prospect, role, "approved", "prospect:approve", "approve")

export const refusalToReject = (prospect: JudgedProspect, role: ActingRole): Refusal | null =>
  refusalToDecide(prospect, role, "rejected", "prospect:reject", "reject")

/** Whoever decides prospects sees to any of them, and gives them to whom else does. */
export function refusalToAssign(prospect: JudgedProspect, role: ActingRole): Refusal | null {
  if (!may(role, "prospect:assign"))
    return { code: "forbidden", message: `${roleName(role)} cannot assign prospects. ${whoCan("prospect:assign")}` }
  if (prospect.status === "pending") return null
  return { code: "conflict", message: `This prospect is ${prospectStatuses[prospect.status]}. Only Pending prospects are assigned.` }
}

/** A rejected request is opened again where it was rejected: by Sales, where it has a lead, else in Commerce. */
export function refusalToReopen(prospect: JudgedProspect & { leadId: string | null }, role: ActingRole): Refusal | null {
  if (!may(role, "prospect:approve")) {
    return { code: "forbidden", message: `${roleName(role)} cannot reopen prospects. ${whoCan("prospect:approve")}` }
  }
  if (prospect.status !== "rejected")
    return { code: "conflict", message: `This prospect is ${prospectStatuses[prospect.status]}. Only a Rejected one is reopened.` }
  if (prospect.leadId === null) return null
  return {
    code: "conflict",
    message: "Sales has a part in it. Reactivate its lead, or reopen its opportunity; that opens the request too.",
  }
}

/** The applicant's own move. */
export function refusalToWithdraw(prospect: JudgedProspect): Refusal | null {
  if (isAllowed(prospectMoves, prospect.status, "withdrawn")) return null
  if (prospect.status === "merged") {
    return {
      code: "conflict",
      message: "This request is handled together with another one, which decides for both. Answer one of our messages to take yours back.",
    }
  }
  return { code: "conflict", message: `This request is ${prospectStatuses[prospect.status]} and can no longer be withdrawn.` }
}

/** The applicant answers what they were asked, once, while the request is not decided. */
export function refusalToAnswerQuestion(prospect: JudgedProspect, question: { answeredAt: Date | null }): Refusal | null {
  if (question.answeredAt) return { code: "conflict", message: "We have your answer already." }
  if (prospect.status === "pending" || prospect.status === "merged") return null
  return { code: "conflict", message: `This request is ${prospectStatuses[prospect.status]} and needs no answer any more.` }
}
