import type { Refusal } from "@/lib/platform/errors"
import { isAllowed, type Moves } from "@/lib/platform/moves"
import type { MemberRole, MemberStatus } from "@/prisma/generated/enums"

export type { MemberRole, MemberStatus }

export const memberMoves: Moves<MemberStatus> = { pending: ["active", "disabled"], active: ["disabled"], disabled: ["pending", "active"] }

export const memberRoles = { admin: "Admin", user: "User" } as const satisfies Record<MemberRole, string>

export const memberStatuses = { pending: "Pending", active: "Active", disabled: "Disabled" } as const satisfies Record<MemberStatus, string>

type Named = { firstName: string | null; lastName: string | null }

/** A member's name as its organization gave it, or else the customer's. */
export const memberNames = ({ customer, ...member }: Named & { customer: Named }): { firstName: string; lastName: string } => {
  const { firstName, lastName } = member.firstName || member.lastName ? member : customer
  return { firstName: firstName ?? "", lastName: lastName ?? "" }
}

export type JudgedMember = {
  id: string
  name: string
  role: MemberRole
  status: MemberStatus
  /** Pending, and not invited before somebody enables them. */
  awaitsEnable?: boolean
}

/** Who is left to run the organization if this member no longer does: others who are Admin, Active where the member is Active. */
function isLastAdmin(member: JudgedMember, everyone: JudgedMember[]): boolean {
  if (member.role !== "admin" || member.status === "disabled") return false
  return !everyone.some(
    (other) =>
      other.id !== member.id &&
      other.role === "admin" &&
      (other.status === "active" || (other.status === "pending" && !other.awaitsEnable && member.status === "pending")),
  )
}

const onlyAdmin = (member: JudgedMember, deed: string, isAlone = false): Refusal => ({
  code: "conflict",
  message: `${member.name} cannot be ${deed}: this is the only Admin. Make another user Admin first${isAlone ? ", or delete the hierarchy" : ""}.`,
})

/** `everyone` are the members of the hierarchy that were not removed. */
export const refusalToRemove = (member: JudgedMember, everyone: JudgedMember[]): Refusal | null =>
  isLastAdmin(member, everyone) ? onlyAdmin(member, "removed", everyone.length === 1) : null

export function refusalToDisable(member: JudgedMember, everyone: JudgedMember[]): Refusal | null {
  if (!isAllowed(memberMoves, member.status, "disabled")) return { code: "conflict", message: `${member.name} is Disabled already.` }
  return isLastAdmin(member, everyone) ? onlyAdmin(member, "disabled") : null
}

export function refusalToEnable(member: JudgedMember): Refusal | null {
  if (member.status === "disabled" || member.awaitsEnable) return null
  return { code: "conflict", message: `${member.name} is ${memberStatuses[member.status]} already.` }
}

export function refusalToChangeRole(member: JudgedMember, to: MemberRole, everyone: JudgedMember[]): Refusal | null {
  if (member.role === to) return { code: "conflict", message: `${member.name} is ${memberRoles[to]} already.` }
  return to === "user" && isLastAdmin(member, everyone) ? onlyAdmin(member, "made a User") : null
}

export function refusalToAccept(member: JudgedMember): Refusal | null {
  if (member.status === "pending") return null
  return {
    code: "conflict",
    message: member.status === "active" ? "This invitation was accepted already." : "This invitation no longer stands.",
  }
}
