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
  /** Whether an Admin of the own organization disabled them; else the store did. */
  disabledByOwn?: boolean
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

/** Why an Admin of the organization cannot disable a member: nobody shuts themselves out. */
export const refusalToDisableOwn = (member: JudgedMember & { isYou: boolean }, everyone: JudgedMember[]): Refusal | null =>
  member.isYou
    ? { code: "conflict", message: "You cannot disable yourself. Another Admin of your organization can." }
    : refusalToDisable(member, everyone)

/** Why an Admin of the organization cannot enable a member: whom the store shut out or has not let in yet, the store enables. */
export function refusalToEnableOwn(member: JudgedMember): Refusal | null {
  const refusal = refusalToEnable(member)
  if (refusal) return refusal
  if (member.awaitsEnable) return { code: "forbidden", message: `${member.name} waits to be enabled by the store.` }
  if (member.disabledByOwn) return null
  return { code: "forbidden", message: `The store disabled ${member.name}, and only the store enables them again.` }
}

const pauseMinutes = 5

/** Why a member gets no new invitation now: one is enough for whoever has accepted, is not let in, or was invited a moment ago. */
export function refusalToInviteAgain(member: JudgedMember & { invitedAt: Date }, now: Date): Refusal | null {
  const conflict = (message: string): Refusal => ({ code: "conflict", message })
  const { name, status, awaitsEnable, invitedAt } = member
  if (status === "active") return conflict(`${name} has accepted the invitation already.`)
  if (status === "disabled") return conflict(`${name} is Disabled. Enable them first.`)
  if (awaitsEnable) return conflict(`${name} was not invited yet, and is as soon as they are enabled.`)
  const isFresh = now.getTime() - invitedAt.getTime() < pauseMinutes * 60_000
  return isFresh ? conflict(`${name} was invited less than ${pauseMinutes} minutes ago. Give the email some time.`) : null
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
