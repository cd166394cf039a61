import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { type JudgedMember, memberNames } from "./rules"

export type LockedMember = JudgedMember & {
  personId: string
  customerId: string
  outletId: string | null
  email: string
  version: number
  invitedAt: Date
  acceptedAt: Date | null
  disabledUntil: Date | null
}

/** Locks a hierarchy until commit, so that two who change its members wait for each other, and returns it with the members that were not removed. */
export async function lockHierarchy({ tx }: Ctx, hierarchyId: string) {
  await tx.$executeRaw(Prisma.sql`select 1 from commerce.hierarchy where id = ${hierarchyId}::uuid for update`)
  const hierarchy = await tx.hierarchy.findUnique({
    where: { id: hierarchyId },
    select: {
      id: true,
      number: true,
      name: true,
      organizationId: true,
      suspendedAt: true,
      inAllChannels: true,
      channels: true,
      version: true,
      outlets: { select: { id: true, customerId: true } },
      members: {
        where: { removedAt: null },
        orderBy: { invitedAt: "asc" },
        select: {
          id: true,
          role: true,
          status: true,
          personId: true,
          customerId: true,
          version: true,
          invitedAt: true,
          acceptedAt: true,
          awaitsEnable: true,
          disabledUntil: true,
          disabledByOwn: true,
          outletId: true,
          firstName: true,
          lastName: true,
          customer: { select: { firstName: true, lastName: true, email: true } },
        },
      },
    },
  })
  if (!hierarchy) throw notFound("customer hierarchy")
  const members: LockedMember[] = hierarchy.members.map(({ customer, ...member }) => ({
    ...member,
    name: fullName(memberNames({ ...member, customer })),
    email: customer.email ?? "",
  }))
  /** The organizations of the hierarchy: its own and its outlets. */
  const organizationIds = new Set([hierarchy.organizationId, ...hierarchy.outlets.map(({ customerId }) => customerId)])
  return { ...hierarchy, organizationIds, members }
}

export type LockedHierarchy = Awaited<ReturnType<typeof lockHierarchy>>

/** The member of a locked hierarchy; somebody else's member is not found. */
export function memberOf(hierarchy: LockedHierarchy, memberId: string): LockedMember {
  const member = hierarchy.members.find(({ id }) => id === memberId)
  if (!member) throw notFound("user")
  return member
}
