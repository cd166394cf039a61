import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { invitationsThatEnded } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { fullName } from "@/lib/platform/party"
import { isRecordId } from "@/lib/platform/record-href"
import { hierarchySource } from "./hierarchy-source"
import { memberNames } from "./rules"
import type { HierarchyQuery } from "./views"

/** The hierarchies before and after one, in the order of the list that it was opened from. */
export const hierarchyNeighbours = (viewer: Staff, query: HierarchyQuery, id: string) =>
  listNeighbours(hierarchySource, viewer.id, query, id, new Date())

/** Everything that the record page of a hierarchy shows, with its members and when each signed in last; null when there is none. Read once in a request. */
export const getHierarchy = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const hierarchy = await db.hierarchy.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      name: true,
      purpose: true,
      suspendedAt: true,
      createdAt: true,
      inAllChannels: true,
      channels: true,
      driftFollowsDefault: true,
      driftSections: true,
      organization: { select: { id: true, number: true, name: true } },
      prospects: { select: { id: true, number: true, companyName: true, status: true }, orderBy: { submittedAt: "desc" } },
      outlets: {
        select: { id: true, parentId: true, customer: { select: { id: true, number: true, name: true, city: true } } },
      },
      members: {
        where: { removedAt: null },
        orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
        omit: { hierarchyId: true, removedAt: true, version: true },
        include: { customer: { select: { name: true, firstName: true, lastName: true, email: true, number: true } } },
      },
    },
  })
  if (!hierarchy) return null
  const [people, ended] = await Promise.all([
    db.person.findMany({
      where: { id: { in: hierarchy.members.map(({ personId }) => personId) } },
      select: { id: true, lastSignInAt: true },
    }),
    invitationsThatEnded(
      hierarchy.members.filter(({ status }) => status === "pending"),
      new Date(),
    ),
  ])
  const signIns = new Map(people.map((person) => [person.id, person.lastSignInAt]))
  const members = hierarchy.members.map(({ customer, personId, ...member }) => ({
    ...member,
    customerNumber: customer.number,
    ...memberNames({ ...member, customer }),
    name: fullName(memberNames({ ...member, customer })),
    email: customer.email ?? "",
    lastSignInAt: signIns.get(personId) ?? null,
    isInvitationOver: ended.has(member.id),
  }))
  const outlets = hierarchy.outlets.map(({ id: outletId, parentId, customer }) => ({
    id: outletId,
    parentId,
    name: customer.name,
    number: customer.number,
    city: customer.city,
    customerId: customer.id,
    members: members.filter((member) => member.outletId === outletId).length,
  }))
  return { ...hierarchy, members, outlets }
})

export type HierarchyDetail = NonNullable<Awaited<ReturnType<typeof getHierarchy>>>
export type MemberView = HierarchyDetail["members"][number]
export type OutletView = HierarchyDetail["outlets"][number]

const offered = 200

/** People of a hierarchy's organizations who are not its members, by name: for Add. */
export async function listPeopleToAdd(hierarchyId: string) {
  const people = await db.customer.findMany({
    where: {
      type: "person",
      status: { not: "archived" },
      email: { not: null },
      organization: { OR: [{ hierarchies: { some: { id: hierarchyId } } }, { outlet: { hierarchyId } }] },
      memberships: { none: { hierarchyId, removedAt: null } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: offered,
    select: { id: true, firstName: true, lastName: true, email: true, organization: { select: { outlet: { select: { id: true } } } } },
  })
  return people.map(({ id, firstName, lastName, email, organization }) => ({
    id,
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    email: email ?? "",
    outletId: organization?.outlet?.id ?? null,
  }))
}

export type PersonToAdd = Awaited<ReturnType<typeof listPeopleToAdd>>[number]
