import { cache } from "react"
import { db, Prisma } from "@/lib/platform/db"
import { readPage } from "@/lib/platform/keyset"
import { fullName } from "@/lib/platform/party"
import { isRecordId } from "@/lib/platform/record-href"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import { contains } from "@/lib/platform/text-sql"
import { memberNames } from "./rules"
import type { HierarchyQuery, HierarchySort } from "./views"

/** A row of Customer hierarchies: exactly what it shows. */
export type HierarchyRow = {
  id: string
  sortValue: string | null
  number: string
  name: string
  organizationNumber: string
  organizationName: string
  members: number
  suspendedAt: Date | null
  createdAt: Date
}

const columns = Prisma.sql`hierarchy.number, hierarchy.name, organization.number as "organizationNumber", organization.name as "organizationName",
  (select count(*)::int from commerce.hierarchy_member where hierarchy_id = hierarchy.id and removed_at is null) as members,
  hierarchy.suspended_at as "suspendedAt", hierarchy.created_at as "createdAt"`

const sorts: Record<HierarchySort, SortKey> = {
  created: byTime(Prisma.sql`hierarchy.created_at`),
  name: byText(Prisma.sql`hierarchy.name`),
}

/** A page of customer hierarchies as the URL asks for them. */
export function listHierarchies(query: HierarchyQuery) {
  const where = query.q ? [contains(Prisma.sql`hierarchy.search_text`, query.q)] : []
  const from = Prisma.sql`commerce.hierarchy join commerce.customer as organization on organization.id = hierarchy.organization_id`
  const listing = {
    from,
    id: Prisma.sql`hierarchy.id`,
    columns,
    within: [],
    narrowed: where,
    sort: sorts[query.sort],
    descending: query.dir === "desc",
  }
  return readPage<HierarchyRow>(listing, query)
}

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
      organization: { select: { id: true, number: true, name: true } },
      prospects: { select: { id: true, number: true, companyName: true, status: true }, orderBy: { submittedAt: "desc" } },
      members: {
        where: { removedAt: null },
        orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
        omit: { hierarchyId: true, removedAt: true, version: true },
        include: { customer: { select: { name: true, firstName: true, lastName: true, email: true, number: true } } },
      },
    },
  })
  if (!hierarchy) return null
  const people = await db.person.findMany({
    where: { id: { in: hierarchy.members.map(({ personId }) => personId) } },
    select: { id: true, lastSignInAt: true },
  })
  const signIns = new Map(people.map((person) => [person.id, person.lastSignInAt]))
  const members = hierarchy.members.map(({ customer, personId, ...member }) => ({
    ...member,
    customerNumber: customer.number,
    ...memberNames({ ...member, customer }),
    name: fullName(memberNames({ ...member, customer })),
    email: customer.email ?? "",
    lastSignInAt: signIns.get(personId) ?? null,
  }))
  return { ...hierarchy, members }
})

export type HierarchyDetail = NonNullable<Awaited<ReturnType<typeof getHierarchy>>>
export type MemberView = HierarchyDetail["members"][number]
