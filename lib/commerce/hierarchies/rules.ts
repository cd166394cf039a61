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

const disabledAlready = ({ name }: JudgedMember): Refusal => ({ code: "conflict", message: `${name} is Disabled already.` })

/** Whom an Admin of the organization shut out, the store may shut out too: from then on only the store lets them in. */
export function refusalToDisable(member: JudgedMember, everyone: JudgedMember[]): Refusal | null {
  if (!member.disabledByOwn && !isAllowed(memberMoves, member.status, "disabled")) return disabledAlready(member)
  return isLastAdmin(member, everyone) ? onlyAdmin(member, "disabled") : null
}

export function refusalToEnable(member: JudgedMember): Refusal | null {
  if (member.status === "disabled" || member.awaitsEnable) return null
  return { code: "conflict", message: `${member.name} is ${memberStatuses[member.status]} already.` }
}

/** Why a member is not an Admin's of the organization to move: whom the store shut out or has not let in yet, nobody but the store lets in, by whatever way. */
function ofTheStore(
  { name, status, awaitsEnable, disabledByOwn }: Pick<JudgedMember, "name" | "status" | "awaitsEnable" | "disabledByOwn">,
  deed: string,
): Refusal | null {
  if (awaitsEnable) return { code: "forbidden", message: `${name} waits to be enabled by the store.` }
  if (status !== "disabled" || disabledByOwn) return null
  return { code: "forbidden", message: `The store disabled ${name}, and only the store ${deed}.` }
}

/** Why an Admin of the organization cannot disable a member: nobody shuts themselves out. */
export function refusalToDisableOwn(member: JudgedMember & { isYou: boolean }, everyone: JudgedMember[]): Refusal | null {
  if (member.isYou) return { code: "conflict", message: "You cannot disable yourself. Another Admin of your organization can." }
  if (member.status === "disabled") return disabledAlready(member)
  return ofTheStore(member, "disables them") ?? refusalToDisable(member, everyone)
}

/** Why an Admin of the organization cannot enable a member. */
export const refusalToEnableOwn = (member: JudgedMember): Refusal | null =>
  refusalToEnable(member) ?? ofTheStore(member, "enables them again")

/** Why an Admin of the organization cannot remove a member: who was removed could be added anew. */
export const refusalToRemoveOwn = (member: JudgedMember, everyone: JudgedMember[]): Refusal | null =>
  ofTheStore(member, "removes them") ?? refusalToRemove(member, everyone)

/** Why an Admin of the organization cannot add somebody who was removed; `isArchived`: the store archived the customer since. */
export function refusalToAddAgainOwn(
  removed: Pick<JudgedMember, "name" | "status" | "disabledByOwn"> & { isArchived: boolean },
): Refusal | null {
  const deed = "adds them again"
  if (!removed.isArchived) return ofTheStore(removed, deed)
  return { code: "forbidden", message: `The store archived ${removed.name}, and only the store ${deed}.` }
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

/** Why an Admin of the organization cannot invite a member again. */
export const refusalToInviteAgainOwn = (member: JudgedMember & { invitedAt: Date }, now: Date): Refusal | null =>
  ofTheStore(member, "enables them again") ?? refusalToInviteAgain(member, now)

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
