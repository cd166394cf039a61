import {
  type JudgedMember,
  memberNames,
  memberRoles,
  memberStatuses,
  refusalToDisableOwn,
  refusalToEnableOwn,
  refusalToInviteAgainOwn,
  refusalToRemoveOwn,
} from "@/lib/commerce/hierarchies/rules"
import { invitationsThatEnded } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"
import { fullName } from "@/lib/platform/party"
import type { Partner } from "./partner"

export type OrganizationUser = {
  memberId: string
  name: string
  firstName: string
  lastName: string
  email: string
  role: "admin" | "user"
  roleName: string
  status: string
  isPending: boolean
  /** Pending, and not invited before the store enables them. */
  awaitsEnable: boolean
  isYou: boolean
  invitedAt: Date
  lastSignInAt: Date | null
  /** Whether what was sent to somebody Pending opens nothing any more. */
  isInvitationOver: boolean
  isDisabled: boolean
  disabledUntil: Date | null
  /** Why an Admin of the organization shut them out; null where the store did. */
  disabledReason: string | null
  /** Why each command about this user cannot be used; null where it can. */
  whyNot: Record<"disable" | "enable" | "invite" | "remove", string | null>
}

const selectMember = {
  id: true,
  personId: true,
  role: true,
  status: true,
  awaitsEnable: true,
  invitedAt: true,
  disabledUntil: true,
  disabledReason: true,
  disabledByOwn: true,
  firstName: true,
  lastName: true,
  customer: { select: { firstName: true, lastName: true, email: true } },
} as const

/**
 * The users of the partner's organization that match a search by name or email, in the order in which they came; `total` and `counts`
 * ("3 Active, 1 Pending") are of all.
 */
export async function listOrganizationUsers(partner: Partner, search: string) {
  const members = await db.hierarchyMember.findMany({
    where: { hierarchyId: partner.hierarchyId, removedAt: null },
    orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
    select: selectMember,
  })
  const now = new Date()
  const [signIns, ended] = await Promise.all([
    db.person.findMany({ where: { id: { in: members.map(({ personId }) => personId) } }, select: { id: true, lastSignInAt: true } }),
    invitationsThatEnded(
      members.filter(({ status }) => status === "pending"),
      now,
    ),
  ])
  const lastSignIn = new Map(signIns.map(({ id, lastSignInAt }) => [id, lastSignInAt]))
  const named = members.map((member) => ({ ...member, ...memberNames(member), name: fullName(memberNames(member)) }))
  const judged: JudgedMember[] = named.map(({ id, role, status, name, awaitsEnable }) => ({ id, role, status, name, awaitsEnable }))
  const wanted = fold(search)
  const users: OrganizationUser[] = named
    .filter(({ name, customer }) => fold(`${name} ${customer.email ?? ""}`).includes(wanted))
    .map(({ id, personId, role, status, awaitsEnable, invitedAt, disabledByOwn, disabledUntil, disabledReason, customer, ...who }) => ({
      memberId: id,
      ...who,
      email: customer.email ?? "",
      role,
      roleName: memberRoles[role],
      status: memberStatuses[status],
      isPending: status === "pending",
      awaitsEnable,
      isYou: id === partner.memberId,
      invitedAt,
      lastSignInAt: status === "pending" ? null : (lastSignIn.get(personId) ?? null),
      isInvitationOver: ended.has(id),
      isDisabled: status === "disabled",
      disabledUntil,
      disabledReason: disabledByOwn ? disabledReason : null,
      whyNot: whyNot(
        { id, role, status, awaitsEnable, disabledByOwn, invitedAt, name: who.name, isYou: id === partner.memberId },
        judged,
        now,
      ),
    }))
  return { users, total: members.length, counts: countInWords(judged) }
}

type ToJudge = JudgedMember & { isYou: boolean; invitedAt: Date }

const whyNot = (member: ToJudge, everyone: JudgedMember[], now: Date): OrganizationUser["whyNot"] => ({
  disable: refusalToDisableOwn(member, everyone)?.message ?? null,
  enable: refusalToEnableOwn(member)?.message ?? null,
  invite: refusalToInviteAgainOwn(member, now)?.message ?? null,
  remove: refusalToRemoveOwn(member, everyone)?.message ?? null,
})

const countInWords = (members: JudgedMember[]): string =>
  (["active", "pending", "disabled"] as const)
    .map((status) => ({ word: memberStatuses[status], count: members.filter((member) => member.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(", ")

/** The partner's organization as its users see it. */
export async function getOrganization({ hierarchyId }: Partner) {
  const { organization, _count, ...hierarchy } = await db.hierarchy.findUniqueOrThrow({
    where: { id: hierarchyId },
    select: {
      number: true,
      name: true,
      purpose: true,
      createdAt: true,
      _count: { select: { members: { where: { removedAt: null } } } },
      organization: {
        select: {
          id: true,
          number: true,
          name: true,
          website: true,
          taxId: true,
          phone: true,
          country: true,
          street: true,
          street2: true,
          city: true,
          stateProvince: true,
          postalCode: true,
        },
      },
    },
  })
  return { hierarchy: { ...hierarchy, members: _count.members }, organization }
}

export type OrganizationView = Awaited<ReturnType<typeof getOrganization>>
